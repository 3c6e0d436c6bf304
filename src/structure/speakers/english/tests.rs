//! One row a rule or a trap of English: a text, and the speaker of each of its quotations.

use super::super::tests::check;
use crate::article::Language::En;

#[test]
fn names_of_bodies_go_on_to_their_ends() {
    check(
        En,
        &[
            ("“It rained,” the Union of Valley Growers said.", &["Union of Valley Growers"]),
            ("“It rained,” the Institute of Deep-Water Physics said.", &["Institute of Deep-Water Physics"]),
            (
                "“It rained,” the press service of the Department for Bridge Safety said.",
                &["press service of the Department for Bridge Safety"],
            ),
            (
                "“It rained,” the press service of the Department for Bridge Safety said.\nA message sent by the department to residents of Dover that night read: “Stay at home tonight.”",
                &["press service of the Department for Bridge Safety", "Department for Bridge Safety"],
            ),
            ("“It rained,” the Friends of Otter Pond said.", &["Friends of Otter Pond"]),
            ("“It rained,” the Society for the Protection of Otters said.", &["Society for the Protection of Otters"]),
            // A person whom a name with `of` has is one.
            ("“It rained,” said Minister of Culture Ann Lee.", &["Ann Lee"]),
            // In a headline capitals say nothing.
            (
                "Rain at Last: Bureau Sums Up the Year\nThe National Bureau of Weather spoke. The bureau “expects more of it soon,” it said.",
                &["National Bureau of Weather"],
            ),
        ],
    );
}

#[test]
fn who_was_brought_into_the_text_speaks() {
    check(
        En,
        &[
            // A trade after somebody new.
            (
                "Analyst Ann Lee was pleased. “It is good,” Lee said.\nTom Hill of Otter Press disagreed.\n“It is not good,” the analyst said.",
                &["Ann Lee", "Tom Hill"],
            ),
            // An office is whoever holds it.
            (
                "Mayor Ann Lee was pleased. “It is good,” Lee said.\nTom Hill of Otter Press disagreed.\n“It is not good,” the mayor said.",
                &["Ann Lee", "Ann Lee"],
            ),
            (
                "The players kept silent, except for goalkeeper Ann Lee.\n“We lost to a better team, so write that.”",
                &["Ann Lee"],
            ),
            ("The windows in Ann Lee’s kitchen hum. “That is the train,” she said.", &["Ann Lee"]),
            ("The author, retired teacher Tom Hill, called it “a decision by people who drive.”", &["Tom Hill"]),
            ("Manager Tom Hill came. The official promised “dryers rather than paper.”", &["Tom Hill"]),
        ],
    );
}

#[test]
fn documents_speak_for_their_authors() {
    check(
        En,
        &[
            (
                "Prices rose, the National Bureau of Weather said in its yearly release.\nThe release said the bureau “expects more of the same.”",
                &["National Bureau of Weather"],
            ),
            (
                "Residents of Otter village sent a letter.\nIt began with a letter that residents of Otter village sent. “Come and see the road,” it read.",
                &["residents of Otter village"],
            ),
            (
                "President Ann Lee has sent a telegram to Tom Hill. The text of the message reads:\n“Dear Tom, you are ninety today.”",
                &["Ann Lee"],
            ),
        ],
    );
}

#[test]
fn answers_in_marks_under_questions_are_the_guests() {
    check(
        En,
        &[(
            "Ann Lee never counts\nSurgeon Ann Lee works in Dover.\nWhen did you begin?\n“In the fourth grade.”\nHer deputy, Tom Hill, came in. “She never sleeps,” he said.\nAnd what is the hardest part?\n“The corridor. It is long.”",
            &["Ann Lee", "Tom Hill", "Ann Lee"],
        )],
    );
}

#[test]
fn words_inside_of_words_are_somebody_elses() {
    check(
        En,
        &[
            (
                "Ann Lee came. “My friend Tom Hill used to say, ‘A city is a long argument,’” she added.",
                &["Ann Lee", "Tom Hill"],
            ),
            ("Ann Lee came. “A man told me, ‘You are early today.’ I was,” she said.", &["Ann Lee", "-"]),
        ],
    );
}

#[test]
fn courtesies_ministers_and_nations_are_told_from_names() {
    check(
        En,
        &[
            // After a courtesy a trade is a surname.
            ("Dr Priya Porter runs it. “It works,” Dr Porter said.", &["Priya Porter"]),
            ("“It works,” said Dr Priya Porter.", &["Priya Porter"]),
            // A few words with a verb are no headline.
            ("Roads Minister Ann Lee said:\n“It works, and it will work tomorrow.”", &["Ann Lee"]),
            // Somebody of a nation is no body.
            ("Ann Lee of Mongolia won the last fight of the evening. “I was lucky,” the Mongolian said.", &["Ann Lee"]),
            // A paper that met somebody is not she.
            ("Ann Lee is 40. Steppe Wire met her at home. “I was lucky,” she said.", &["Ann Lee"]),
            // An office that only its owner tells.
            ("The town was dark. “We open on Monday,” the school’s principal said.", &["school’s principal"]),
            ("The town was dark. “We open on Monday,” his manager said.", &["-"]),
        ],
    );
}

#[test]
fn a_trade_or_an_office_may_be_a_surname() {
    check(
        En,
        &[
            ("Dr Ishani Porter, who runs the ward, explained: “It never rains here.”", &["Ishani Porter"]),
            ("The driver, Ann Baker, agreed. “It rains,” Baker said.", &["Ann Baker"]),
            ("Mrs Cook came. “It rains,” said Mrs Cook.", &["Cook"]),
            // An office after a courtesy is an office.
            ("“It rains, ” said Ann Lee. “No,” the Lord Chancellor said.", &["Ann Lee", "Lord Chancellor"]),
        ],
    );
}

#[test]
fn words_before_a_name_are_its_titles() {
    check(
        En,
        &[
            (
                "Roads Minister Ilse Marran spoke.\nRoads Minister Ilse Marran said:\n“Every road ends somewhere.”",
                &["Ilse Marran"],
            ),
            (
                "“It rains,” said the mill’s founder, historian Ann Lee. Tom Hill called it “a heap of old stones”.\nTickets cost a pound.\n“We open on Sunday,” the founder said.",
                &["Ann Lee", "Tom Hill", "Ann Lee"],
            ),
            ("The guide, old Stenning, looked up and said: “It will rain by noon.”", &["Stenning"]),
        ],
    );
}

#[test]
fn whoever_has_no_name_is_called_as_the_text_does() {
    check(
        En,
        &[
            ("“It rains,” said a spokesperson for Otter Trust.", &["spokesperson for Otter Trust"]),
            ("“It rains,” said a spokesperson for the bank.", &["-"]),
            ("“We open on Monday,” the school’s principal said.", &["school’s principal"]),
            // Somebody else has that title: it is not known who is meant.
            ("Principal Ann Lee of Dover came. “We open on Monday,” the school’s principal said.", &["Ann Lee"]),
            ("“We open on Monday,” the boy’s mother said.", &["-"]),
        ],
    );
}

#[test]
fn a_nation_means_who_was_brought_in_with_it() {
    check(
        En,
        &[
            (
                "Ann Lee beat Estonia’s Anna Tamm. Tom Hill left. “I was first, and then I was not,” the Estonian said.",
                &["Anna Tamm"],
            ),
            ("“It rained,” is how its owner, Ann Lee, explained it.", &["Ann Lee"]),
            ("Tom Hill came. “It rained,” was Ann Lee’s reply.", &["Ann Lee"]),
        ],
    );
}

#[test]
fn a_headline_and_a_talk_have_their_speakers() {
    check(
        En,
        &[
            (
                "‘We can’t mend a road of sand’: drivers hit out\nBy Tom Hill\nDriver Ann Lee waited.\n“You can’t mend a road of sand,” she said.",
                &["Ann Lee", "Ann Lee"],
            ),
            (
                "“Is it far?” asked Ann Lee.\n“An hour,” said Tom Hill.\n“Then we had better go.”",
                &["Ann Lee", "Tom Hill", "Ann Lee"],
            ),
            ("Runner Mary Lee won. Mr Tom Hill lost. What will she buy? “A boat, of course.”", &["Mary Lee"]),
            // Speech in single marks over two paragraphs.
            ("The owner, Ann Lee, said: ‘It was our house.\n‘It is a road now.’", &["Ann Lee"]),
            // An apostrophe opens nothing.
            ("Ann Lee said: 'Tis a cold day in Dover.\nNobody came.", &[]),
        ],
    );
}
