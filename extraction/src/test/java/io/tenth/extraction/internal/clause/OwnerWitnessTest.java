package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.SOMEBODYS_ACCOUNT;
import static io.tenth.extraction.internal.clause.Evidence.SOMEBODYS_ROW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerWitnessTest {

    private static final String ROWS = """
            mon | KD | read the deposition | 2.1
            wed | RJ | site photos | 1.0
            thu | KD | call to the reporter | .3
            """;

    @Test
    void seesRowsOfOthersBesideThoseOfTheAuthor() {
        assertThat(MailSeen.english(ROWS + "\nKirsten Dahlberg").has(SOMEBODYS_ROW))
                .containsExactly(false, true, false);
        assertThat(MailSeen.english(ROWS).from("Rick Janssen <rj@firm.example>").has(SOMEBODYS_ROW))
                .containsExactly(true, false, true);
        assertThat(MailSeen.english("mon | me | site photos | 1.0\ntue | Lutz | stock count | 2.5")
                        .has(SOMEBODYS_ROW))
                .containsExactly(false, true);
    }

    @Test
    void leavesRowsWhereNobodyIsTheAuthor() {
        assertThat(MailSeen.english(ROWS).has(SOMEBODYS_ROW)).containsExactly(false, false, false);
        assertThat(MailSeen.english("mon | Plover | site photos | 1.0\ntue | Norbury | stock count | 2.5\n\nKirsten")
                        .has(SOMEBODYS_ROW))
                .containsExactly(false, false);
    }

    @Test
    void takesACallWithSomebodyForNoRowOfTheirs() {
        assertThat(MailSeen.english("Who | hrs\nCall with Mrs Tran | 0.25\nMeeting with Judge Varley | 1.5")
                        .from("Oona Delacroix <oona@firm.example>")
                        .has(SOMEBODYS_ROW))
                .containsExactly(false, false);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | Nils: the import, 2 h. Me: the export, 3 h.
            de | Nils: der Import, 2 h. Ich: der Export, 3 h.
            nl | Nils: de import, 2 uur. Ik: de export, 3 uur.
            fr | Nils : l'import, 2 h. Moi : l'export, 3 h.
            it | Nils: l'importazione, 2 ore. Io: l'esportazione, 3 ore.
            es | Nils: la importación, 2 h. Yo: la exportación, 3 h.
            pt | Nils: a importação, 2 h. Eu: a exportação, 3 h.
            """)
    void seesWhatStandsUnderAnothersName(String language, String text) {
        assertThat(new MailSeen(language, "", "", text).has(SOMEBODYS_ROW)).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norbury: the survey, 2 h. Hargreaves: the report, 3 h.
            Monday: the survey, 2 h. Me: at the dentist for 1 h.
            Drafting: 2 h. Me: at the dentist for 1 h.
            """)
    void leavesLabelsThatAreNoPersons(String text) {
        assertThat(MailSeen.english(text).has(SOMEBODYS_ROW)).containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yesterday's 1.7 on the Plover lease is Emma's, she used my login.
            The 2.1 on Naismith that came up under my name is Dan's.
            Just so you know: the three hours on the drainage are the trainee's.
            Exhibits stamped and tabbed (1.8): all Rowena's, I was out.
            Six and a half hours on the bundle, and every one of them Precious's.
            """)
    void seesTheOwnerBehindTheAmount(String text) {
        assertThat(MailSeen.english(text).has(SOMEBODYS_ROW)).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The two hours on Monday are Monday's.
            The two hours on the lease were not Dan's.
            The two hours on the lease are Dan's idea of a joke.
            I spent 2.0 on the bundle while the index is Dan's.
            Seven tenths reviewing the subpoena; the rest is Buck's.
            """)
    void leavesWhatAnotherOwnsBesideIt(String text) {
        assertThat(MailSeen.english(text).has(SOMEBODYS_ROW)).containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource({
        "en,Gideon's sheet,true",
        "en,Dr Whitaker's account,true",
        "en,The surveyor's time,true",
        "en,Monday's sheet,false",
        "en,The client's bill,false",
        "en,Sheet for Gideon,false",
        "de,Rechnung des Sachverständigen,true",
        "de,Rechnung des Mandanten,false",
        "nl,Factuur van de deskundige,true",
        "fr,Facture de l'expert,true",
        "it,Fattura del perito,true",
        "es,Factura del perito,true",
        "pt,Fatura do perito,true"
    })
    void seesASubjectAboutTheAccountOfAnother(String language, String subject, boolean another) {
        assertThat(new MailSeen(language, "", subject, "- Hollasands, 2 h").has(SOMEBODYS_ACCOUNT))
                .containsExactly(another);
    }

    @Test
    void believesTheAuthorRatherThanTheSubject() {
        assertThat(MailSeen.english("From me only 0.75 for the call.")
                        .about("Chidi's time")
                        .has(SOMEBODYS_ACCOUNT))
                .containsExactly(false);
    }
}
