const FILES = `einzeldaten-breit.csv   eine Zeile pro Antwortbogen, eine Spalte pro Merkmal; Komma, Punkt, UTF-8
einzeldaten-lang.csv    eine Zeile pro Antwort, mit den Codes des Fragebogens
einlesen.sps            liest die breite Datei in SPSS oder PSPP ein: Namen, Wörter, fehlende Angaben
einlesen.R              dasselbe für R
einlesen.py             dasselbe für Python mit pandas

Werte unter 0 sind fehlende Angaben. Leer heißt: nicht beantwortet oder nicht gezeigt.
Der Code -unlisted steht für alles, was nicht in der Liste der Antworten steht: eigene Worte und Namen anderer Projekte
sind nicht enthalten. Davor steht ein Hochkomma, damit kein Tabellenprogramm ihn für eine Formel hält.`;

const CONFIDENTIAL = `Vertraulich. Diese Daten dürfen nicht weitergegeben werden. Bitte löschen Sie sie, sobald Sie fertig sind.`;

/** What stands beside the files. `names`: of how many responses the archive has the names, and of how many it has not. */
export function readmeOf(names: { given: number; without: number } | null): string {
  return names ? withNames(names) : WITHOUT_NAMES;
}

const WITHOUT_NAMES = `Einzeldaten einer Erhebung, unter Pseudonym

${CONFIDENTIAL}
Versuchen Sie nicht, einzelne Projekte zu erkennen.

${FILES}
Das Pseudonym gilt nur für diese Erhebung. Merkmale der Projekte, Zeiten und freie Texte sind nicht enthalten.
`;

const withNames = ({ given, without }: { given: number; without: number }) => `Einzeldaten einer Erhebung, mit Namen

${CONFIDENTIAL}
Die Namen stehen hier, weil die Projekte zugestimmt haben. Widerruft ein Projekt, müssen Sie seinen Namen und den
seines Trägers sofort aus allen Dateien löschen, auch aus Kopien und Ergebnissen.
Versuchen Sie nicht, Projekte ohne Namen zu erkennen.

Mit Namen:  ${given}
Ohne Namen: ${without} (nicht zugestimmt oder widerrufen)

${FILES}
Das Pseudonym gilt nur für dieses Archiv. Merkmale der Projekte, Zeiten und freie Texte sind nicht enthalten.
`;
