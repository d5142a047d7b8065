import type { ProblemCode } from "../../domain/problem.ts";

type ProblemText = { title: string; advice: string };

export const problems = {
  codes: {
    "invalid-request": {
      title: "Diese Anfrage war unvollständig.",
      advice: "Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.",
    },
    "unknown-field": {
      title: "Die Anfrage enthält ein unbekanntes Feld.",
      advice: "Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.",
    },
    "wrong-origin": {
      title: "Diese Anfrage kam nicht von Praxisspiegel.",
      advice: "Bitte öffnen Sie Praxisspiegel neu und wiederholen Sie den Schritt dort.",
    },
    "not-found": {
      title: "Diese Seite gibt es nicht.",
      advice: "Vielleicht ist die Adresse unvollständig, oder Ihr Konto hat hier keinen Zugang.",
    },
    "round-closed": {
      title: "Die Erhebung ist geschlossen.",
      advice: "Sie können Ihre Eingaben noch lesen und kopieren. Bei Fragen hilft die Koordination.",
    },
    "round-not-closed": {
      title: "Die Erhebung läuft noch.",
      advice: "Schließen Sie die Erhebung zuerst. Danach können Sie auswerten.",
    },
    "already-submitted": {
      title: "Dieser Antwortbogen ist schon eingereicht.",
      advice: "Sie können ihn lesen. Änderungen sind nicht mehr möglich.",
    },
    "already-released": {
      title: "Für diese Erhebung gibt es schon einen Auswertungsstand.",
      advice: "Öffnen Sie den vorhandenen Stand unter „Auswertungen“.",
    },
    "too-few-respondents": {
      title: "Für eine Auswertung sind es zu wenige Antwortbögen.",
      advice: "Ausgewertet wird ab 6 Projekten von mindestens 3 Trägern. So bleibt niemand erkennbar.",
    },
    "edit-clash": {
      title: "Diese Antwort wurde inzwischen auch an anderer Stelle geändert.",
      advice: "Beide Fassungen sind erhalten. Bitte wählen Sie, welche gelten soll.",
    },
    "different-body": {
      title: "Diese Einreichung gibt es schon mit anderem Inhalt.",
      advice: "Bitte laden Sie die Seite neu und prüfen Sie Ihre Antworten.",
    },
    "too-large": {
      title: "Das ist zu groß.",
      advice: "Eine Anfrage darf höchstens 1 MB umfassen. Bitte kürzen Sie lange Texte.",
    },
    "invalid-answer": {
      title: "Einige Antworten passen noch nicht.",
      advice: "Bitte prüfen Sie den Antwortbogen noch einmal.",
    },
    "invalid-definition": {
      title: "Dieser Fragebogen kann so nicht veröffentlicht werden.",
      advice: "Bitte berichtigen Sie die Datei und laden Sie sie neu hoch.",
    },
    "too-many-requests": {
      title: "Das waren zu viele Versuche.",
      advice: "Bitte warten Sie etwas und versuchen Sie es dann noch einmal.",
    },
    unavailable: {
      title: "Praxisspiegel ist gerade nicht erreichbar.",
      advice: "Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    },
  } satisfies Record<ProblemCode, ProblemText> as Record<ProblemCode, ProblemText>,
  unexpected: {
    title: "Da ist etwas schiefgegangen.",
    advice: "Das liegt an uns. Bitte versuchen Sie es noch einmal oder melden Sie sich bei der Koordination.",
  },
  back: "Zur Startseite",
};
