"""Every country that the five seed texts name, read by hand: the words in text order, what they name, how."""

from __future__ import annotations

import pytest

GOLD = {
    "000_b95f53c6efcc4422": """
        NATO=NATO/group; European Union=EU/group; Ukrainian=UA/demonym; Ukrainian=UA/demonym;
        Ukraine=UA/name; Russia=RU/name; Ukraine=UA/name; Russia=RU/name; NATO=NATO/group;
        NATO=NATO/group; NATO=NATO/group; NATO=NATO/group; NATO=NATO/group; Ukraine=UA/name;
        EU=EU/group; Ukraine=UA/name; EU=EU/group; Ukrainian=UA/demonym; US=US/name; US=US/name;
        Ukraine=UA/name; US=US/name; United States=US/name; Ukraine=UA/name; United States=US/name;
        French=FR/demonym; US=US/name; United States=US/name""",
    "001_e8b7a3960f14f669": """
        NATO=NATO/group; France=FR/name; UK=GB/name; Ukraine=UA/name; Russian=RU/demonym;
        Ukraine=UA/name; UK=GB/name; Ukrainians=UA/people; French=FR/demonym; British=GB/demonym;
        Ukrainian=UA/demonym; French=FR/demonym; Ukraine=UA/name; Ukraine=UA/name; Ukraine=UA/name;
        Poland=PL/name; Greece=GR/name; Belarus=BY/name; Turkey=TR/name; Ukraine=UA/name;
        Latvia=LV/name; Ukraine=UA/name; Russia=RU/name; EU=EU/group; Italy=IT/name; US=US/name;
        US=US/name; Washington=US/capital; British=GB/demonym; US=US/name; Washington=US/capital;
        Finnish=FI/demonym; US=US/name; Dutch=NL/demonym; Washington=US/capital; US=US/name;
        NATO=NATO/group; US=US/name; US=US/name; Ukraine=UA/name""",
    "002_9dbf6375c5c84b83": """
        Ukraine=UA/name; US=US/name; Ukraine=UA/name; U.S.=US/name; UK=GB/name; France=FR/name;
        NATO=NATO/group; Ukraine=UA/name; Russia=RU/name; UK=GB/name; Ukraine=UA/name;
        Ukrainians=UA/people; French=FR/demonym; British=GB/demonym; Ukrainian=UA/demonym;
        French=FR/demonym; Ukrainian=UA/demonym; Poland=PL/name; Greece=GR/name; Belarus=BY/name;
        Turkey=TR/name; Latvia=LV/name; Latvia=LV/name; Russian=RU/demonym; EU=EU/group; US=US/name;
        United States=US/name; American=US/demonym; Finnish=FI/demonym; U.S.=US/name; Dutch=NL/demonym;
        US=US/name; US=US/name; Washington=US/capital; British=GB/demonym; U.S.=US/name;
        American=US/demonym; U.S.=US/name; U.S.=US/name; Ukraine=UA/name; U.S.=US/name; NATO=NATO/group;
        Ukraine=UA/name; U.S.=US/name; Ukraine=UA/name; Ukraine=UA/name""",
    "003_57bb9920ab05aaff": """
        EU=EU/group; Ukraine=UA/name; EU=EU/group; Ukraine=UA/name; UK=GB/name; French=FR/demonym;
        Russia=RU/name; Ukraine=UA/name; EU=EU/group; UK=GB/name; Moscow=RU/capital;
        Washington=US/capital; EU=EU/group; British=GB/demonym; UK=GB/name; UK=GB/name; France=FR/name;
        Baltic states=EE+LV+LT/group; Estonia=EE/name; Latvia=LV/name; Lithuania=LT/name;
        Russia=RU/name; Dutch=NL/demonym; US=US/name; Washington=US/capital; Moscow=RU/capital;
        Swedish=SE/demonym; Italian=IT/demonym; Italian=IT/demonym; Ukraine=UA/name; Russia=RU/name;
        NATO=NATO/group; Ukraine=UA/name; Moscow=RU/capital; Russian=RU/demonym; Russia=RU/name;
        NATO=NATO/group""",
    "004_770c42aca94b88d9": """
        NATO=NATO/group; Ukraine=UA/name; Ukraine=UA/name; UK=GB/name; Great Britain=GB/name;
        Ukraine=UA/name; Ukraine=UA/name; Ukraine=UA/name; Great Britain=GB/name; France=FR/name;
        NATO=NATO/group; Austria=AT/name; New Zeeland=NZ/misspelling; Japan=JP/name; U.S.=US/name;
        U.S.=US/name; London=GB/capital; Paris=FR/capital; U.S.=US/name; France=FR/name; UK=GB/name;
        U.S.=US/name; U.K.=GB/name; U.S.=US/name; U.S.=US/name; U.S.=US/name; Ukraine=UA/name; United
        Kingdom=GB/name; France=FR/name; Baltic…=EE+LV+LT/group; Ukraine=UA/name; Ukraine=UA/name;
        Russian=RU/demonym; NATO=NATO/group; Ukraine=UA/name; Ukrainian=UA/demonym;
        Ukrainian=UA/demonym; Russian=RU/demonym; Russian=RU/demonym; Ukraine=UA/name""",
}


@pytest.mark.parametrize("name", GOLD)
def test_every_mention_and_no_other(name, seed_texts, mentions):
    text = seed_texts[name]
    found = [f"{text[hit.start : hit.end]}={'+'.join(hit.codes)}/{hit.via}" for hit in mentions(text)]
    assert found == [" ".join(entry.split()) for entry in GOLD[name].split(";")]
