package io.tenth.mail.imap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/** Finds the folder of sent mail: by what the server says it is for (RFC 6154), else by the names that mail programs give it. */
final class SentFolder {

    /** In English, German, French, Spanish, Italian, Portuguese and Dutch. */
    private static final Set<String> USUAL_NAMES = Set.of(
            "sent",
            "sent items",
            "sent mail",
            "sent messages",
            "sent-mail",
            "outbox.sent",
            "gesendet",
            "gesendete elemente",
            "gesendete objekte",
            "gesendete nachrichten",
            "envoyés",
            "messages envoyés",
            "éléments envoyés",
            "courrier envoyé",
            "enviado",
            "enviados",
            "correo enviado",
            "elementos enviados",
            "mensajes enviados",
            "inviata",
            "inviati",
            "posta inviata",
            "messaggi inviati",
            "itens enviados",
            "mensagens enviadas",
            "e-mails enviados",
            "correio enviado",
            "verzonden",
            "verzonden items",
            "verzonden berichten",
            "verzonden objecten");

    private SentFolder() {}

    /** Its full name; of several with a usual name the one nearest to the root. */
    static Optional<String> among(List<ListInfo> folders) {
        var open = folders.stream().filter(folder -> folder.canOpen).toList();
        return open.stream()
                .filter(SentFolder::isMeantForSent)
                .findFirst()
                .or(() -> open.stream()
                        .filter(folder -> USUAL_NAMES.contains(lastName(folder).toLowerCase(Locale.ROOT)))
                        .min(Comparator.comparingInt(folder -> folder.name.length())))
                .map(folder -> folder.name);
    }

    private static boolean isMeantForSent(ListInfo folder) {
        return folder.attrs != null && Arrays.stream(folder.attrs).anyMatch("\\Sent"::equalsIgnoreCase);
    }

    private static String lastName(ListInfo folder) {
        return folder.name.substring(folder.name.lastIndexOf(folder.separator) + 1);
    }
}
