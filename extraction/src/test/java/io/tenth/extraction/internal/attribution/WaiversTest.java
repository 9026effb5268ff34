package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n n   | I spent 2 hours on the motion and 1 hour on the call, both written off.
            n n   | I spent 2 hours on the motion and 1 hour on the call, neither of which is billable.
            n n   | I spent 2 hours on the motion and 1 hour on the call (both no charge).
            n n   | I spent 2 hours on the motion and 1 hour on the call, but please don't bill either.
            n n   | I spent 2 hours drafting and 1 hour on calls, 3 hours in all, which I am writing off.
            n n n | 2 hours on the motion, 1 hour on the call and 0.5 on the letter, all on the house.
            n n n | 2 hours on the motion, 1 hour on the call and 0.5 on the letter. None of it is billable.
            n n   | I drafted the lease for 2 hours. I then had a call with Kim for 30 minutes. Neither should be billed.
            n n   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. Please write both off.
            y n n | Drafted the will, 1 hour. Drafted the lease, 2 hours. Call with Kim, 30 minutes. Both non-billable.
            y n   | I drafted the lease for 2 hours, billable, and called Kim for 30 minutes. No charge for it.
            y n   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. Not all of it is billable.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. I have not billed either yet.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. Neither has been billed.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. Nothing has been billed at all.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. If either is not billable, tell me.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. All good, no charge for the scan.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. Don't forget to bill both.
            y y   | Drafted the lease, 2 hours. Call with Kim, 30 minutes. They both want it for free.
            y n   | 2 hours drafting for Smith and 1 hour of travel, all of it unbilled.
            y y   | 2 hours on the lease and 1 hour on the deed. None of this is pro bono.
            y y   | 2 hours on the lease and 1 hour on the deed. Neither is to be written off.
            y y   | 2 hours on the lease and 1 hour on the deed. I don't think either should be waived.
            y y   | 2 hours on the lease and 1 hour on the deed. Neither will be billed until June.
            y y   | 2 hours on the lease and 1 hour on the deed. None of that was billed before.
            n     | I drafted the lease for ninety minutes. I'm writing off the ninety minutes.
            n     | I drafted the lease for an hour. The hour is on me.
            n y   | 2 hours on the lease and 1 hour on the deed. I'm writing off the two hours.
            y     | I drafted the lease for two hours. I'm writing off the two hours on the deed.
            y     | Two hours on the lease for Kim. Don't bill the parking.
            y     | Two hours on the lease for Kim. We don't charge for copies.
            n     | Two hours on the lease for Kim. Don't bill the call.
            n y   | Don't bill the hour I spent drafting the deed. Calling the recorder's office, 0.6.
            y     | An hour by phone with their internal auditor on the lease.
            n     | An hour on an internal call about hiring.
            n     | Internal team meeting, an hour.
            n     | Friday's internal meeting, one hour.
            n     | Two hours on the parking memo. Don't bill the parking memo.
            n     | 2 hours photocopying the bundle. Don't charge for photocopying.
            n     | Lunch with Kim on the lease, two hours. Don't bill the lunch.
            n     | I trained the temp for two hours, which Kim asked to have done on us.
            y     | Two hours redrawing the plan after the supplier swapped the frames on us.
            y     | The lease swallowed an hour and twenty on me before lunch.
            n     | Two hours on the lease, this one is on us.
            y y   | 2 hours on the lease and 1 hour on the deed. Both are with admin for scanning.
            """)
    void saysWhichOfSeveralAreGivenAway(String expected, String text) {
        assertThat(Charged.in("en", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n n | - Drafted the lease, 2 hours/- Call with Kim, 0.5 hours/No charge for either.
            n n | - Drafted the lease, 2 hours/- Call with Kim, 0.5 hours//None of this is billable.
            n n | Time today:/Drafted the lease 2.0/Call with Kim 0.5/All of the above is no charge.
            n n | Drafted the lease 2.0 hours/Call with Kim 0.5 hours/Total 2.5 hours (non-billable)
            y y | Drafted the lease 2.0 hours/Call with Kim 0.5 hours/Total 2.5 hours
            y y | Drafted the lease 2.0/Call with Kim 0.5/Total 2.5, no charge for the travel
            y y | Drafted the lease 2.0/Call with Kim 0.5/Total 2.5, travel not billed
            y y | Drafted the lease 2.0/Call with Kim 0.5/Total 2.5, not billed yet
            y y | - Drafted the lease, 2 hours/- Call with Kim, 0.5 hours//The draft is with you./None of this is billable.
            """)
    void saysItOfTheLinesAbove(String expected, String lines) {
        assertThat(Charged.in("en", lines.replace('/', '\n'))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich habe 2 Stunden am Antrag und 1 Stunde am Telefonat gesessen, beides nicht abrechenbar.
            de | - Entwurf: 2 Stunden/- Telefonat mit Kim: 30 Minuten//Bitte nichts davon abrechnen.
            fr | J'ai passé 2 heures sur la requête et 1 heure au téléphone, les deux non facturables.
            fr | - Projet: 2 heures/- Appel avec Kim: 30 minutes//Rien de tout cela n'est facturable.
            es | He dedicado 2 horas al recurso y 1 hora a la llamada, ambas sin cargo.
            es | - Borrador: 2 horas/- Llamada con Kim: 30 minutos//Nada de esto es facturable.
            it | Ho dedicato 2 ore al ricorso e 1 ora alla telefonata, entrambe non fatturabili.
            it | - Bozza: 2 ore/- Telefonata con Kim: 30 minuti//Tutto non fatturabile.
            pt | Passei 2 horas na petição e 1 hora na chamada, ambas não faturáveis.
            pt | - Minuta: 2 horas/- Chamada com Kim: 30 minutos//Nada disto é faturável.
            nl | Ik heb 2 uur aan het verzoek en 1 uur aan het gesprek besteed, beide niet declarabel.
            nl | - Concept: 2 uur/- Gesprek met Kim: 30 minuten//Niets daarvan is declarabel.
            """)
    void knowsItInEachLanguage(String language, String lines) {
        assertThat(Charged.in(language, lines.replace('/', '\n'))).isEqualTo("n n");
    }
}
