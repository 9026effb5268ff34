package io.tenth.settings.web;

import io.tenth.identity.NewAccount;
import io.tenth.model.LanguageModel;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.OwnSettings;
import io.tenth.settings.PersonalSettings;
import io.tenth.settings.Rounding;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of the settings: one form, saved as a whole. */
@Controller
@RequestMapping("/settings")
class SettingsPages {

    private final PersonalSettings settings;
    private final LanguageModel model;

    SettingsPages(PersonalSettings settings, LanguageModel model) {
        this.settings = settings;
        this.model = model;
    }

    @GetMapping
    String show(Actor.Person person, Model page) {
        var own = settings.own(person);
        return show(SettingsForm.of(own), own, page);
    }

    /** Saves, and says what changed; a refusal leaves what was typed. */
    @PostMapping
    String save(SettingsForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            var changed = settings.change(
                    before -> form.over(before, model.offer()),
                    new Change.To<>(NewAccount.zone(form.timeZone())),
                    demanded(form),
                    person);
            page.addAttribute("changes", changed.differences());
            return show(SettingsForm.of(changed.now()), changed.now(), page);
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            return show(form, settings.own(person), page);
        }
    }

    private static Demand demanded(SettingsForm form) {
        var demanded = Demand.of(form.version());
        if (demanded.equals(Demand.ANY)) {
            throw Version.outdated();
        }
        return demanded;
    }

    private String show(SettingsForm form, OwnSettings own, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("model", model.offer().orElse(null));
        page.addAttribute("version", own.etag());
        page.addAttribute("dashboard", own.settings().keeping().dashboardUrl());
        page.addAttribute(
                "roundings", Arrays.stream(Rounding.values()).map(Rounding::key).toList());
        page.addAttribute(
                "languages", CaptureSettings.LANGUAGES.stream().sorted().toList());
        return "settings";
    }
}
