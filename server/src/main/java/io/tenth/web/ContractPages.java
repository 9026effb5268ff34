package io.tenth.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** The contract of the API, for programs and for people; for anybody, since it tells of no installation. */
@Controller
class ContractPages {

    static final String DOCUMENT = "/openapi.json";
    static final String PAGE = "/api/docs";

    private final ContractDocument document;

    ContractPages(ContractDocument document) {
        this.document = document;
    }

    @GetMapping(DOCUMENT)
    ResponseEntity<JsonNode> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.json());
    }

    @GetMapping(PAGE)
    String page(Model model) {
        model.addAttribute("contract", ContractView.of(document.json()));
        return "contract";
    }
}
