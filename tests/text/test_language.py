"""Language by script and common words, or no guess."""

from __future__ import annotations

import pytest

from communique.text import language

TEXTS = {
    "en": "The president of the republic arrived in the capital on Monday for talks with the prime minister.",
    "fr": "Le président de la République est arrivé dans la capitale pour des entretiens avec le ministre.",
    "de": "Der Präsident ist am Montag in der Hauptstadt eingetroffen, um mit dem Kanzler zu sprechen.",
    "es": "El presidente de la República llegó el lunes a la capital para reunirse con los ministros del país.",
    "pt": "O presidente da República chegou na segunda-feira à capital para uma reunião com os ministros do país.",
    "it": "Il presidente della Repubblica è arrivato nella capitale per un incontro con il ministro degli esteri.",
    "ru": "Президент прибыл в столицу с официальным визитом и провёл переговоры с премьер-министром.",
    "uk": "Президент прибув до столиці з офіційним візитом і провів переговори з прем'єр-міністром.",
    "be": "Прэзідэнт прыбыў у сталіцу з афіцыйным візітам і правёў перамовы з прэм'ер-міністрам.",
    "zh": "总统抵达首都进行正式访问，并与总理举行会谈。",
    "ja": "大統領は首都に到着し、首相と会談しました。",
    "ko": "대통령은 수도에 도착하여 총리와 회담했다.",
    "ar": "وصل الرئيس إلى العاصمة في زيارة رسمية وأجرى محادثات مع رئيس الوزراء.",
    "fa": "رئیس جمهور برای دیدار رسمی وارد پایتخت شد و با نخست وزیر گفتگو کرد. این گفتگو پایان یافت.",
    "hi": "राष्ट्रपति आधिकारिक यात्रा पर राजधानी पहुंचे और प्रधानमंत्री से बातचीत की।",
    "tr": "Cumhurbaşkanı resmi bir ziyaret için başkente geldi ve başbakan ile bir görüşme yaptı.",
    "pl": "Prezydent przybył do stolicy z wizytą i rozmawiał z premierem o tym, że nie ma na to czasu.",
    "vi": "Tổng thống đã đến thủ đô và có cuộc hội đàm với thủ tướng trong một chuyến thăm của ông.",
    "id": "Presiden tiba di ibu kota untuk kunjungan resmi dan bertemu dengan perdana menteri dari negara itu.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language_of_a_sentence(code: str) -> None:
    assert language(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "   ", "12345 67", "Zqx vrp plk mnt"])
def test_unsure_is_none(text: str) -> None:
    assert language(text) is None
