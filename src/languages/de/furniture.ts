import type { Furniture } from '../../core/contracts.ts'
import { phrasesOf } from '../_shared/lists.ts'

/** How German, Austrian and Swiss pages (news sites, manuals, notices) mark what is not their text; own list. */
export const furniture: Furniture = {
  afterwords: phrasesOf(`
    kommentare|kommentar|kommentare (0)|keine kommentare|kommentieren|kommentar schreiben|kommentar verfassen|schreiben sie einen kommentar|
    diskutieren sie mit|diskussion|leserkommentare|lesen sie auch|lesen sie mehr|lies auch|lesen sie auch:|lesen sie dazu auch|mehr lesen|
    weiterlesen|siehe auch|mehr zum thema|mehr dazu|zum thema|weitere artikel|weitere themen|weitere nachrichten|weitere meldungen|mehr nachrichten|
    aktuelle nachrichten|aktuelle meldungen|neueste nachrichten|neueste artikel|meistgelesen|meistgelesene artikel|am meisten gelesen|meistkommentiert|beliebt|
    beliebte artikel|verwandte artikel|verwandte themen|verwandte beiträge|ähnliche artikel|ähnliche beiträge|das könnte sie auch interessieren|
    das könnte dich auch interessieren|auch interessant|empfohlen|empfehlungen|empfehlungen der redaktion|empfohlene artikel|aus dem archiv|
    aus demselben ressort|vom selben autor|vorheriger beitrag|nächster beitrag|vorheriger artikel|nächster artikel|artikel teilen|beitrag teilen|
    diesen artikel teilen|teilen via|folgen sie uns|folgen sie uns auf|folge uns|über den autor|über die autorin|zum autor|zur autorin|schlagwörter|stichworte|
    schlagworte|tags|kategorien|archiv|weblinks|externe links|einzelnachweise|themen|anzeige|werbung|newsletter|newsletter abonnieren|
    jetzt newsletter abonnieren|bleiben sie informiert|mehr aus dieser rubrik|top-themen|leserbriefe|fehler melden|korrekturhinweis`),
  menu: phrasesOf(`
    startseite|home|menü|menu|suche|suchen|nachrichten|news|inland|ausland|politik|wirtschaft|sport|kultur|gesellschaft|medien|video|videos|
    bilder|fotos|bildergalerie|podcast|podcasts|audio|mediathek|wetter|verkehr|lokales|regional|region|regionen|meinung|wissen|wissenschaft|technik|digital|
    gesundheit|reise|auto|panorama|vermischtes|feuilleton|finanzen|börse|leben|international|schweiz|deutschland|österreich|welt|europa|anmelden|abmelden|
    einloggen|ausloggen|login|logout|registrieren|konto|mein konto|benutzerkonto|abonnieren|abonnement|abo|abo-service|jetzt abonnieren|kontakt|impressum|
    über uns|werben|mediadaten|stellenangebote|karriere|jobs|datenschutz|datenschutzerklärung|cookies|cookie-einstellungen|cookie-richtlinie|
    cookies akzeptieren|alle cookies akzeptieren|alle akzeptieren|akzeptieren|ablehnen|alle ablehnen|zustimmen|einstellungen|agb|nutzungsbedingungen|
    allgemeine geschäftsbedingungen|haftungsausschluss|barrierefreiheit|leichte sprache|gebärdensprache|sitemap|seitenübersicht|rss|häufige fragen|faq|hilfe|teilen|
    auf facebook teilen|auf x teilen|per e-mail teilen|per mail|link kopieren|drucken|druckversion|speichern|merken|merkliste|schließen|schliessen|zurück|
    nach oben|zum seitenanfang|zurück zum seitenanfang|weiter|vorherige|nächste|mehr|mehr anzeigen|weniger anzeigen|mehr laden|zum inhalt springen|
    zum inhalt|direkt zum inhalt|inhalt|inhaltsverzeichnis|sprache|sprache wählen|deutsch|englisch|französisch|warenkorb|zur kasse|bestellen|jetzt kaufen|
    ja|nein|ok|download|herunterladen|hochladen|folgen|anhören|artikel anhören|vorlesen|abspielen|nachtmodus|e-paper|epaper|presse|archiv durchsuchen`),
  captionStarts: phrasesOf(`
    foto:|foto :|foto ©|fotos:|bild:|bild :|bild ©|bilder:|abbildung:|abb.:|illustration:|quelle:|quelle :|video:|grafik:|infografik:|karte:|
    fotograf:|fotografin:|bildnachweis:|bildquelle:|zeichnung:|screenshot:|©|bildunterschrift:|symbolbild:|symbolfoto:|archivbild:|archivfoto:`),
  captionParts: phrasesOf(`
    (foto|foto:|foto dpa|bild:|quelle:|© dpa|© afp|© reuters|© epa|© apa|© keystone|picture alliance|imago images|via getty images|archivbild|
    archivfoto|symbolbild|symbolfoto|(archiv)`),
  bylineStarts: [
    'von unserem ',
    'von unserer ',
    'von:',
    'autor:',
    'autorin:',
    'text:',
    'redaktion:',
    'ein gastbeitrag von',
    'ein kommentar von',
    'eine analyse von',
    'interview:',
    'interview von',
    'geschrieben von',
    'übersetzt von',
    'übersetzung:',
    'aus dem englischen von',
    'bericht:',
    'veröffentlicht',
    'veröffentlicht am',
    'erschienen am',
    'stand:',
    'aktualisiert',
    'aktualisiert am',
    'zuletzt aktualisiert',
    'letzte aktualisierung',
    'letzte änderung',
    'zuletzt geändert',
    'lesezeit',
    'lesedauer',
    'datum:',
  ],
  endMarks: [
    '(ende)',
    '(schluss)',
    '(fortsetzung folgt)',
    '(dpa)',
    '(apa)',
    '(sda)',
    '(afp)',
    '(red.)',
    '(red)',
    '(wird fortgesetzt)',
  ],
}
