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
    "signed-out": {
      title: "Sie sind nicht angemeldet.",
      advice: "Bitte melden Sie sich an. Was Sie eingegeben haben, wartet auf diesem Gerät.",
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
    "round-not-draft": {
      title: "Diese Erhebung ist kein Entwurf mehr.",
      advice: "Jemand hat sie inzwischen geöffnet. Öffnen Sie die Seite der Erhebung.",
    },
    "round-not-released": {
      title: "Diese Erhebung ist noch nicht ausgewertet.",
      advice: "Archivieren lässt sich eine Erhebung, sobald es einen Auswertungsstand gibt.",
    },
    "not-submitted": {
      title: "Dieser Antwortbogen ist nicht eingereicht.",
      advice: "Vielleicht wurde er inzwischen zurückgezogen. Sehen Sie auf der Seite nach, wie es um ihn steht.",
    },
    "second-sign-off": {
      title: "Es fehlt die Freigabe einer zweiten Person.",
      advice: "Bitten Sie jemanden aus Ihrem Team, den Bogen zu prüfen und freizugeben.",
    },
    "already-submitted": {
      title: "Dieser Antwortbogen ist schon eingereicht.",
      advice: "Sie können ihn lesen. Solange die Erhebung läuft, lässt er sich zum Korrigieren wieder öffnen.",
    },
    "link-used": {
      title: "Mit diesem Zugang wurde schon geantwortet.",
      advice: "Eine zweite Antwort ist nicht möglich. Vielen Dank für Ihre Teilnahme.",
    },
    "link-full": {
      title: "Dieser Link nimmt keine weiteren Antworten an.",
      advice: "Bitte wenden Sie sich an die Stelle, von der Sie den Link haben.",
    },
    "already-released": {
      title: "Für diese Erhebung gibt es schon einen Auswertungsstand.",
      advice: "Öffnen Sie den vorhandenen Stand unter „Auswertungen“.",
    },
    "interims-used": {
      title: "Mehr Zwischenstände sind nicht möglich.",
      advice: "Die nächsten Zahlen dieser Erhebung gibt es nach dem Schließen.",
    },
    "corrections-used": {
      title: "Mehr Korrekturen sind nicht möglich.",
      advice: "Je Erhebung gibt es höchstens zwei. Jede weitere würde mehr über die gelöschten Antworten verraten.",
    },
    "nothing-to-correct": {
      title: "Es gibt nichts zu korrigieren.",
      advice: "Seit der letzten Auswertung wurde kein Antwortbogen gelöscht.",
    },
    "too-few-erased": {
      title: "Eine Korrektur ist noch nicht möglich.",
      advice:
        "Seit der letzten Auswertung wurden zu wenige Antwortbögen gelöscht. Wer beide Auswertungen vergleicht, könnte erkennen, was darin stand. Nötig sind so viele Bögen wie für eine Gruppe.",
    },
    "too-few-respondents": {
      title: "Für eine Auswertung sind es zu wenige Antwortbögen.",
      advice: "Ausgewertet wird ab 6 Projekten von mindestens 3 Trägern. So bleibt niemand erkennbar.",
    },
    "edit-clash": {
      title: "Diese Antwort wurde inzwischen auch an anderer Stelle geändert.",
      advice: "Beide Fassungen sind erhalten. Bitte wählen Sie, welche gelten soll.",
    },
    "open-clashes": {
      title: "Zu mindestens einer Frage gibt es zwei Fassungen.",
      advice: "Bitte entscheiden Sie zuerst, welche Fassung gelten soll. Danach können Sie freigeben und einreichen.",
    },
    "other-person": {
      title: "Diese Änderungen gehören zu einem anderen Konto.",
      advice: "Melden Sie sich mit dem Konto an, mit dem Sie begonnen haben. Dann werden sie gesendet.",
    },
    "different-body": {
      title: "Diese Einreichung gibt es schon mit anderem Inhalt.",
      advice: "Bitte laden Sie die Seite neu und prüfen Sie Ihre Antworten.",
    },
    "changed-since": {
      title: "Das hat sich inzwischen geändert.",
      advice: "Bitte laden Sie die Seite neu und prüfen Sie den neuen Stand.",
    },
    "last-coordination": {
      title: "Das ist das letzte Konto der Koordination.",
      advice:
        "Ohne dieses Konto könnte niemand das Netzwerk verwalten. Geben Sie den Teil zuerst einer anderen Person.",
    },
    "draft-changed": {
      title: "Dieser Entwurf ist nicht mehr so, wie Sie ihn gesehen haben.",
      advice: "Inzwischen hat jemand anderes daran gearbeitet. Bitte öffnen Sie ihn neu unter „Fragebögen“.",
    },
    "second-person": {
      title: "Dafür braucht es eine zweite Person.",
      advice:
        "Sie haben diese Fassung selbst vorgeschlagen. Veröffentlichen kann sie jemand anderes aus der Koordination.",
    },
    "not-yours": {
      title: "Das hat jemand anderes vorgeschlagen.",
      advice:
        "Zurückziehen kann nur, wer vorgeschlagen hat. Sie können den Vorschlag mit einer Begründung zurückgeben.",
    },
    "last-lead": {
      title: "Ein Projekt braucht mindestens eine Leitung.",
      advice: "Geben Sie die Leitung zuerst einer anderen Person aus dem Team.",
    },
    "part-not-yours": {
      title: "Diese Person hat eine Rolle, die Sie nicht entziehen können.",
      advice:
        "Name und Adresse lassen sich erst löschen, wenn der Betrieb des Servers ihr diese Rolle entzogen hat. Das Konto schließen können Sie schon jetzt.",
    },
    "request-open": {
      title: "Es wartet schon ein Antrag auf die Koordination.",
      advice: "Ziehen Sie ihn zurück, wenn Sie etwas anderes beantragen möchten.",
    },
    "too-large": {
      title: "Das ist zu groß.",
      advice: "Eine Anfrage darf höchstens 1 MB umfassen. Bitte kürzen Sie lange Texte.",
    },
    "invalid-answer": {
      title: "Einige Antworten passen noch nicht.",
      advice: "Bitte prüfen Sie den Antwortbogen noch einmal.",
    },
    "invalid-round": {
      title: "Diese Erhebung kann so nicht geöffnet werden.",
      advice: "Bitte prüfen Sie die Zusammenfassung. Dort steht, was noch fehlt.",
    },
    "invalid-definition": {
      title: "Dieser Fragebogen kann so nicht veröffentlicht werden.",
      advice: "Bitte berichtigen Sie die Datei und laden Sie sie neu hoch.",
    },
    "invalid-member": {
      title: "Einige Angaben passen noch nicht.",
      advice: "Bitte gehen Sie zurück und prüfen Sie die Angaben.",
    },
    "coding-taken": {
      title: "Zwei Personen codieren diese Frage schon.",
      advice: "Unterschiede können Sie mit klären, sobald beide fertig sind.",
    },
    "coding-finished": {
      title: "Sie haben diese Frage abgeschlossen.",
      advice: "Ihre Codes stehen fest. Unterschiede klären Sie gemeinsam, sobald beide fertig sind.",
    },
    "not-finished": {
      title: "Noch sind nicht beide fertig.",
      advice: "Verglichen wird erst, wenn zwei Personen alle Texte codiert haben.",
    },
    "invalid-coding": {
      title: "Einige Angaben passen noch nicht.",
      advice: "Bitte gehen Sie zurück und prüfen Sie die Angaben.",
    },
    "invalid-measure": {
      title: "Einige Angaben passen noch nicht.",
      advice: "Bitte gehen Sie zurück und prüfen Sie die Angaben.",
    },
    "invalid-goal": {
      title: "Am Ziel stimmt noch etwas nicht.",
      advice: "Bitte gehen Sie zurück und prüfen Sie die Angaben.",
    },
    "invalid-note": {
      title: "Diese Anmerkung lässt sich so nicht speichern.",
      advice: "Bitte gehen Sie zurück und prüfen Sie den Text.",
    },
    "too-many-notes": {
      title: "Zu diesem Antwortbogen gibt es schon sehr viele Kommentare.",
      advice: "Weitere sind nicht möglich. Was Sie geschrieben haben, können Sie noch kopieren.",
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
  /** in front of the app, where the limit depends on the page */
  limit: (megabytes: string) => `Hier sind höchstens ${megabytes} MB möglich. Bitte senden Sie weniger auf einmal.`,
  unexpected: {
    title: "Da ist etwas schiefgegangen.",
    advice: "Das liegt an uns. Bitte versuchen Sie es noch einmal oder melden Sie sich bei der Koordination.",
  },
  back: "Zur Startseite",
};
