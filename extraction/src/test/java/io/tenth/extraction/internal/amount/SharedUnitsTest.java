package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that have no unit of their own, and share that of the amount before them where they are built as it is. */
class SharedUnitsTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | I spent two hours on the flue and three on the stove               | 120; 180
            en | twenty minutes on the phone with Okello and ten with his vet       | 20; 10
            en | Ten minutes went on the flue and fifteen on the stove              | 10; 15
            en | two hours on the flue and a further two on the stove               | 120; 120
            en | two hours on the flue and another one on the stove                 | 120; 60
            en | two hours casting the frame and one sanding it                     | 120; 60
            en | one hour to cast the frame and two to sand it                      | 60; 120
            en | two hours on Monday and three on Tuesday at the kiln               | 120; 180
            en | an hour before lunch and two after                                 | 60; 120
            en | for an hour on Monday and for two on Tuesday                       | 60; 120
            en | two hours at the mill, then three back at the bench                | 120; 180
            en | Okello did two hours, I did three                                  | 120; 180
            en | Okello did two hours. I did three.                                 | 120; 180
            en | Okello spent an hour on the kiln; I spent four                     | 60; 240
            en | The kiln took me two hours and the stove three                     | 120; 180
            en | Okello did two hours, Ines one and I four                          | 120; 60; 240
            en | I spoke to the dairy for 15 minutes and to the mill for 25         | 15; 25
            de | zwei Stunden mit der Meierei und drei mit der Mühle                | 120; 180
            nl | twee uur aan de oven en drie aan de kachel                         | 120; 180
            fr | deux heures sur le four et trois sur le poêle                      | 120; 180
            es | dos horas con el horno y tres con la estufa                        | 120; 180
            it | due ore con il fabbro e tre con il fornaio                         | 120; 180
            pt | duas horas com o ferreiro e três com o padeiro                     | 120; 180
            en | an hour with the smith, another with the baker                     | 60; 60
            en | two hours on the flue yesterday, one more today                    | 120; 60
            en | two hours on the flue yesterday, one this morning                  | 120; 60
            """)
    void countsInTheUnitOfTheAmountBefore(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            I put two hours on the flue, sorry, three.                       | 120; 180
            The flue: two hours, no, three.                                  | 120; 180
            The flue took two hours - make that three.                       | 120; 180
            I put two hours on the flue. It was three.                       | 120; 180
            I entered two hours for the flue when it was actually three.     | 120; 180
            I told you 30 minutes for the call, my log says 45.              | 30; 45
            Not two hours but one, on the flue.                              | 120; 60
            Please change the two hours on the flue to three.                | 120; 180
            We quoted three hours for the flue and it took four.             | 180; 240
            Instead of two hours it took me three to sweep the flue.         | 120; 180
            Of the three hours budgeted for the flue I used two.             | 180; 120
            """)
    void countsInTheUnitOfWhatItPutsRight(String text, String minutes) {
        assertThat(Minutes.in("en", text)).isEqualTo(Minutes.of(minutes));
        assertThat(Minutes.in("en", text + "\nRegards")).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two hours on the flue. It took two of us                         | 120
            two hours on the flue. It took three, all of them smiths         | 120
            two hours on the flues; swept 15, sealed four                    | 120
            two hours on the flue. It was three when I left                  | 120
            60 minutes on the flue, and took one extra call                  | 60
            two hours on the flue, which could have taken five               | 120
            an hour on the flue; another bidder called                       | 60
            an hour on the flue. Another tomorrow                            | 60
            two hours on the flues and used five                             | 120
            two hours on the flue yesterday, one this morning needs a lid    | 120
            three hours on it; two of the three hours were on the flue       | 180; 180
            """)
    void countsWhatElseIsCounted(String text, String minutes) {
        assertThat(Minutes.in("en", text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | two hours on clause 14 and 15                                      | 120
            en | 90 minutes on the flue, 60 on the stove and 30 on the hood         | 90
            en | I worked five hours on it, two on Monday and three on Tuesday      | 300
            en | three hours on the kiln, one on the flue alone                     | 180
            en | 60 minutes on the kiln and 24 on the list                          | 60
            en | two hours on kiln 2 and 3 for the survey                           | 120
            en | 20 minutes with 3 people from the mill                             | 20
            en | two hours on it; three pages to go                                 | 120
            en | an hour on Friday 13 going through the log                         | 60
            en | two hours for 4 clients                                            | 120
            en | I did two hours and two calls                                      | 120
            en | an hour on the phone with two of the owners                        | 60
            en | I spent an hour on the kilns and lit two                           | 60
            en | I spent an hour on the kilns and Okello spent two of them          | 60
            en | two hours on the kilns, one of the worst so far                    | 120
            en | two hours on the kiln and one on the ground floor is out           | 120
            en | two hours on the kiln and three on Monday will have to do          | 120
            en | an hour on letters for the mill and two for the dairy              | 60
            en | an hour at the mill and paid 30 for the parking                    | 60
            en | an hour on the road and 40 miles back                              | 60
            en | half an hour at the mill and 8 on the scale of ten is a lot        | 30
            en | an hour with Ines and two from her team                            | 60
            en | 30 minutes on the call with 20 in the room                         | 30
            en | I worked for an hour and sold it for three                         | 60
            en | two hours on the kiln. Three on the stove were cracked             | 120
            en | I spent ten minutes on the kiln and four on the stove              | 10
            en | I spent two hours on the kiln and forty on the stove               | 120
            en | The kiln took two hours, kiln 3                                    | 120
            fr | deux heures sur les articles 14 et 15                              | 120
            """)
    void leavesCountsOfOtherThings(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
