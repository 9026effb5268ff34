package io.tenth.extraction.internal.text;

import java.util.List;
import java.util.Set;

/** The fixed words that mail programs write around a message, in the languages they speak. Lower case. */
final class MailMarks {

    /** Names of the sender's line, which begins a header block. */
    static final Set<String> FROM = Set.of("from", "von", "de", "da", "van", "från", "fra", "od");

    /** Names of the other lines of a header block. */
    static final Set<String> HEADER = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "subject",
            "reply-to",
            "importance",
            "attachments",
            "gesendet",
            "datum",
            "an",
            "betreff",
            "kopie",
            "envoyé",
            "objet",
            "à",
            "a",
            "pj",
            "enviado",
            "enviada em",
            "enviado el",
            "fecha",
            "data",
            "para",
            "asunto",
            "assunto",
            "inviato",
            "oggetto",
            "verzonden",
            "aan",
            "onderwerp",
            "skickat",
            "till",
            "ämne",
            "sendt",
            "til",
            "emne",
            "wysłano",
            "do",
            "temat");

    /** The verb at the end of the line above a quoted reply. */
    static final List<String> WROTE = List.of(
            "wrote",
            "writes",
            "schrieb",
            "a écrit",
            "schreef",
            "escribió",
            "ha scritto",
            "escreveu",
            "skrev",
            "napisał");

    /** What a line between dashes, or a line by itself, says above a forwarded or quoted message. */
    static final List<String> FORWARDED = List.of(
            "original message",
            "forwarded message",
            "forwarded by",
            "begin forwarded message",
            "original appointment",
            "ursprüngliche nachricht",
            "weitergeleitete nachricht",
            "anfang der weitergeleiteten nachricht",
            "message d'origine",
            "message original",
            "message transféré",
            "début du message transféré",
            "début du message réexpédié",
            "mensaje original",
            "mensaje reenviado",
            "inicio del mensaje reenviado",
            "mensagem original",
            "mensagem encaminhada",
            "início da mensagem reencaminhada",
            "messaggio originale",
            "messaggio inoltrato",
            "inizio messaggio inoltrato",
            "oorspronkelijk bericht",
            "doorgestuurd bericht",
            "begin doorgestuurd bericht",
            "ursprungligt meddelande",
            "vidarebefordrat meddelande");

    /** How the line of a telephone or mail program begins. */
    static final List<String> DEVICE = List.of(
            "sent from my ",
            "sent from mail for",
            "sent from outlook",
            "sent from yahoo",
            "sent via ",
            "get outlook for ",
            "sent with ",
            "von meinem ",
            "gesendet von meinem ",
            "envoyé de mon ",
            "envoyé depuis ",
            "inviato da ",
            "enviado desde mi ",
            "enviado do meu ",
            "verstuurd vanaf ",
            "verzonden vanaf ",
            "skickat från ");

    /** How a legal notice below a message begins. */
    static final List<String> NOTICE = List.of(
            "confidential",
            "this e-mail",
            "this email",
            "this message",
            "this communication",
            "this transmission",
            "the information",
            "the contents of this",
            "if you are not",
            "if you have received",
            "notice:",
            "disclaimer",
            "important:",
            "privileged",
            "please consider",
            "warning:",
            "caution:",
            "circular 230",
            "legal notice",
            "diese e-mail",
            "ce message",
            "este mensaje",
            "questo messaggio",
            "dit bericht",
            "esta mensagem");

    /** A word that a legal notice is sure to hold. */
    static final List<String> NOTICE_SURE = List.of(
            "recipient",
            "confidential",
            "privileged",
            "intended",
            "printing",
            "virus",
            "disclos",
            "received in error",
            "vertraulich",
            "confidentiel",
            "confidencial",
            "riservat",
            "vertrouwelijk");

    private MailMarks() {}
}
