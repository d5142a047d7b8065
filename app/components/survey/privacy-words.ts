/** Words that tell a name, a street or a place from the ordinary nouns of German practice reports. */

export const MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

/** One person, as practice reports speak of them. */
export const PERSONS = `(?:${[
  ...[
    "Klient(?:in|en)?",
    "Jugendliche[rn]?",
    "Schüler(?:in|s)?",
    "Mann",
    "Frau",
    "Junge[n]?",
    "Mädchen",
    "Sohn",
    "Tochter",
  ],
  ...[
    "Bruder",
    "Schwester",
    "Mutter",
    "Vater",
    "Häftling",
    "Inhaftierte[rn]?",
    "Auszubildende[rn]?",
    "Azubi",
    "Student(?:in|en)?",
  ],
  ...[
    "Aussteiger(?:in|s)?",
    "Mandant(?:in|en)?",
    "Patient(?:in|en)?",
    "Rückkehrer(?:in|s)?",
    "Geflüchtete[rn]?",
    "Syrer(?:in)?",
  ],
  ...[
    "Ratsuchende[rn]?",
    "Beschuldigte[rn]?",
    "Verurteilte[rn]?",
    "Ex-?[Mm]ann",
    "Freund(?:in)?",
    "Ehemann",
    "Ehefrau",
  ],
].join("|")})`;

export const STREETS =
  "[Ss]traße|[Ss]trasse|[Ss]tr|[Gg]asse|[Aa]llee|[Pp]latz|[Ww]eg|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Ss]teig|[Pp]fad|[Pp]romenade";

/** Compounds that end like a street and are none. */
export const NO_STREETS =
  /(?:arbeits|ausbildungs|studien|therapie|praktikums|heim|kita|spiel|sport|schlaf|betreuungs|kurs|haft|wohn|behandlungs|teilnahme|seminar|park|sitz|stell|schul|beratungs|einsatz|lern|aus|um|rück|mittel|lebens|hilfe|bildungs|werde|zugangs|kommunikations|melde|rechts|dienst|hin|verfahrens|kontakt|informations|vertriebs|hilfs|lösungs|zahlungs|ent|neben|einstiegs|ausstiegs)(?:platz|weg|pfad|ring)$|^(?:bahn|autobahn|daten|ein|sack|rang|aus|vor|nach|mehrring|hering|spring|bring|training|monitoring|mentoring|engineering|catering)|(?:monito|mento|ca[mt]e|engineeri|sponso|tuto)ring$/;

/** Nouns after a number of five digits that are counted, not lived in. */
export const NO_PLACES =
  /^(?:Euro|EUR|Menschen|Personen|Fälle|Beratungen|Beratungsgespräche|Beratungsstunden|Einwohner|Einwohnerinnen|Stunden|Kontakte|Teilnehmende|Jugendliche|Aufrufe|Follower|Klicks|Zeichen|Mitglieder|Besucher|Besuche|Kinder|Schüler|Schülerinnen|Exemplare|Flyer|Kilometer|Anfragen|Bürger|Beiträge|Nutzende|Posts|Views|Wörter|Franken|Dollar|Mitarbeitende|Beschäftigte|Gefangene|Inhaftierte|Geflüchtete|Haushalte|Adressen|Seiten|Impressionen|Abonnenten|Plätze|Jahre|Tage)$/;

/** What stands behind "Frau", "Herr", "Familie" or a given name and is no surname. */
export const NO_SURNAMES =
  /^(?:Mutter|Vater|Kolleg(?:e|in|en)|Doktor|Professor(?:in)?|Minister(?:in)?|Präsident(?:in)?|Richter(?:in)?|Staatsanw(?:alt|ältin)|Bürgermeister(?:in)?|Leben|Gott|Staatssekretär(?:in)?|Vorsitzende[rn]?|Direktor(?:in)?|Oberbürgermeister(?:in)?|Nachbar(?:in)?|Beruf|Schule|Freizeit|Job|Arbeit|Alltag|Familie|Peer|Unterstützung|Umfeld|Angehörige[rn]?|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Und|Oder|Der|Die|Das|Sie|Ihr|Ihre|Wir|Ich|Er|Es|Uhr|Klient|Klientin|Mann|Frau)$/;

/** Behind a name it makes the name that of a house, a prize or a street. */
export const INSTITUTIONS =
  /^[ -](?:\p{Lu}\p{Ll}+[ -])?(?:Stiftung|Haus|Hauses|Schule|Institut|Instituts|Zentrum|Zentrums|Gymnasium|Straße|Platz|Preis|Akademie|Gesamtschule|Oberschule|Realschule|Grundschule|Berufskolleg|Kolleg|Klinik|Krankenhaus|Bildungsstätte|Gesellschaft|Verlag|Universität|Hochschule|Kaserne|Kirche|Gemeinde|Moschee|Siedlung|Park|Fonds|Programm|Projekt|Kampagne|Test|Skala|Modell)/u;
