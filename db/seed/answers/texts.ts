import { chance, pick, type Random } from "../random.ts";
import { drawFor, type Scene } from "./scene.ts";

/** Chance of an answer to an open question. */
const openText = 0.35;

/** Short open answers, put together of a frame and a topic (in the accusative). None names a person, a place or a case. */
const frames = {
  missing: [
    (topic: string) => `Uns fehlt vor allem eines: ${topic}.`,
    (topic: string) => `Wir brauchen dringend ${topic}.`,
    (topic: string) => `Wir bräuchten ${topic}. Dafür haben wir bisher keine Mittel.`,
    (topic: string) => `Im Team kam mehrfach der Wunsch auf: ${topic}.`,
    (topic: string) => `An erster Stelle steht für uns: ${topic}.`,
  ],
  wish: [
    (topic: string) => `Bitte zuerst: ${topic}.`,
    (topic: string) => `Das Netzwerk sollte sich um ${topic} kümmern.`,
    (topic: string) => `Am dringendsten brauchen wir ${topic}.`,
    (topic: string) => `Wir wünschen uns ${topic} und weniger zusätzliche Termine.`,
    (topic: string) => `Wichtig finden wir ${topic}. Wir bringen uns gern ein.`,
  ],
  observed: [
    (topic: string) => `Uns fällt auf: ${topic}.`,
    (topic: string) => `Seit einigen Wochen beobachten wir: ${topic}.`,
    (topic: string) => `Fachkräfte berichten uns: ${topic}. Wir haben dafür noch kein Konzept.`,
    (topic: string) => `In mehreren Beratungen war es ähnlich: ${topic}.`,
  ],
  adopted: [
    (topic: string) => `Übernommen haben wir ${topic}.`,
    (topic: string) => `Wir nutzen jetzt ${topic}.`,
    (topic: string) => `Angepasst an unsere Arbeit: ${topic}.`,
  ],
  change: [
    (topic: string) => `Das Netzwerk sollte ${topic}.`,
    (topic: string) => `Es würde uns helfen, wenn alle zusammen überlegen, wie wir ${topic} können.`,
    (topic: string) => `Für kleine Projekte wäre wichtig: ${topic}.`,
  ],
} as const;

const topics = {
  missing: [
    "eine verlässliche Vertretung bei Krankheit",
    "eine feste Ansprechperson in der Verwaltung",
    "Zeit für Dokumentation und Konzeptarbeit",
    "eine Rufbereitschaft für Krisen am Wochenende",
    "Geld für Sprachmittlung",
    "geschützte Räume für Gespräche",
    "eine rechtliche Beratung, die schnell erreichbar ist",
    "Begleitung nach belastenden Fällen",
    "eine sichere Lösung für die Kommunikation mit Jugendlichen",
    "Unterstützung bei der Verwaltung von Fördermitteln",
    "Wohnraum für Menschen im Ausstieg",
    "Angebote der Schuldnerberatung mit freien Plätzen",
    "Unterstützung für Kinder in belasteten Familien",
    "mehr Plätze in der Therapie für junge Erwachsene",
    "Material in einfacher Sprache",
    "eine bessere technische Ausstattung für die Arbeit im Netz",
  ],
  wish: [
    "ein gemeinsames Vorgehen beim Schutz vertraulicher Informationen",
    "eine Übersicht, wer welche Fälle übernehmen kann",
    "regelmäßige kollegiale Fallberatung",
    "eine gemeinsame Stimme gegenüber der Politik",
    "eine längere Laufzeit der Förderung",
    "den Austausch mit der Kinder- und Jugendpsychiatrie",
    "Fortbildungen für neue Mitarbeitende",
    "ein Konzept für die Arbeit mit sehr jungen Menschen",
    "ein Konzept für den Umgang mit Bedrohungen",
    "einen kurzen Rundbrief mit neuen Entwicklungen",
    "gemeinsame Vorlagen für Vereinbarungen",
    "mehr Sichtbarkeit für die Distanzierungsarbeit",
    "Hospitationen zwischen den Projekten",
    "eine bessere Begleitung beim Übergang aus der Haft",
    "einfache Werkzeuge für die eigene Evaluation",
    "ein Treffen der Leitungen einmal im Jahr",
  ],
  observed: [
    "Die jungen Menschen werden jünger und kommen über soziale Medien",
    "Die Ideologien sind gemischt, feste Gruppen spielen kaum eine Rolle",
    "Bilder und Lieder werden mit KI erzeugt und schnell geteilt",
    "Eltern melden sich später als früher, dann aber sehr besorgt",
    "Schulen fragen häufiger an, oft erst nach einem Vorfall",
    "Gewaltfantasien werden offen ausgesprochen, ohne politisches Ziel",
    "Viele bewegen sich in geschlossenen Gruppen, zu denen wir keinen Zugang haben",
    "Psychische Belastungen stehen im Vordergrund",
  ],
  adopted: [
    "einen Leitfaden für das Erstgespräch",
    "eine Vorlage für Absprachen mit der Jugendhilfe",
    "ein Verfahren für die kollegiale Fallberatung",
    "eine Checkliste zum Schutz des Teams",
    "eine Methode für die Arbeit mit Eltern",
    "Bausteine für die Arbeit in der Schule",
    "ein Muster für die Dokumentation",
    "Übungen zur Biografiearbeit",
  ],
  change: [
    "Termine früher bekannt geben",
    "mehr Treffen online anbieten",
    "Ergebnisse kürzer zusammenfassen",
    "Aufgaben besser verteilen",
    "Reisekosten übernehmen",
    "neue Projekte enger begleiten",
    "öfter über offene Fragen der Praxis sprechen",
    "gemeinsam nach außen auftreten",
  ],
} as const;

/** Texts that stand beside a choice or in its "Sonstiges". */
const asides = {
  ranking: [
    "Die ersten drei liegen für uns fast gleichauf.",
    "Die Reihenfolge war im Team umstritten.",
    "Vieles davon hängt mit der kurzen Förderung zusammen.",
    "Im letzten Jahr hätten wir anders geantwortet.",
  ],
  schutz: [
    "Klare Absprachen mit der Polizei",
    "Ein Hausrecht, das auch durchgesetzt wird",
    "Austausch mit anderen betroffenen Teams",
  ],
  psyche: [
    "Fehlende Erreichbarkeit mit Bus und Bahn",
    "Misstrauen gegenüber Behörden",
    "Angst vor Einträgen in der Akte",
  ],
  superv: ["Der Wechsel im Team", "Lange Anfahrten", "Die Förderrichtlinie sieht es nicht vor"],
  themen: ["Arbeit mit Geschwistern", "Schreiben von Anträgen", "Umgang mit Medienanfragen", "Trauma und Flucht"],
  lernformate: ["Treffen in der Region", "Tandems zwischen zwei Projekten", "Eine feste Sprechstunde"],
  practice: [
    "Ein fester Termin im Quartal, auch wenn kein Fall ansteht.",
    "Beide Seiten haben eine Vertretung benannt. Das hilft bei Urlaub und Wechsel.",
    "Eine schriftliche Vereinbarung, die auf zwei Seiten passt.",
    "Gemeinsame Fortbildung zu Beginn der Zusammenarbeit.",
    "Fälle werden nur ohne Namen besprochen. Das schafft Vertrauen.",
    "Kurze Wege: eine direkte Durchwahl und Rückruf am selben Tag.",
    "Nach jedem gemeinsamen Fall sprechen wir über den Ablauf.",
    "Die Rollen sind geklärt und stehen auf einem gemeinsamen Blatt.",
  ],
  methode: ["Tiergestützte Arbeit", "Theaterarbeit", "Sport und Erlebnispädagogik", "Schreibwerkstatt"],
  arbeitsort: ["Im Sportverein", "In der Gemeinde", "In der Wohngruppe", "Am Arbeitsplatz"],
  neu: [
    "Verherrlichung von Amoktaten",
    "Geschlossene Gruppen in Messengern",
    "Anwerbung beim Kampfsport",
    "Verschwörungserzählungen rund um Gesundheit",
  ],
  hilfe: ["Vertretung bei Krankheit", "Hilfe bei einem Antrag", "Vorlagen für Vereinbarungen"],
  hemm: ["Termine liegen in unserer Beratungszeit", "Wechsel im Team", "Unser Träger gibt keine Zeit dafür frei"],
  formate: ["Hospitation", "Treffen der Region"],
  evaluation: ["Ein Budget dafür", "Beispiele aus anderen Projekten", "Weniger wechselnde Vorgaben"],
  anwendung: ["Ein Wechsel der Aufgabe", "Lange Krankheit im Team"],
} as const;

/** What participants of a training found helpful, and what they would change. */
const remarks = {
  lob: [
    "Die Übungen mit verteilten Rollen.",
    "Viele Beispiele aus der Praxis.",
    "Der rechtliche Teil war endlich verständlich.",
    "Der Austausch mit anderen Berufsgruppen.",
    "Klare Struktur und genug Pausen.",
    "Das Material zum Mitnehmen.",
    "Dass auch Unsicherheit Platz hatte.",
    "Die Übersicht, wer wofür zuständig ist.",
  ],
  aendern: [
    "Mehr Zeit für eigene Fragen.",
    "Der Teil zum Recht war zu schnell.",
    "Ein Folgetermin nach einigen Monaten wäre gut.",
    "Weniger Folien, mehr Übungen.",
    "Die Unterlagen bitte vorher schicken.",
    "Gruppen nach Vorwissen teilen.",
    "Mehr zum Schutz des Teams.",
  ],
} as const;

/** An open answer, or undefined in two of three cases. */
export function openAnswer(scene: Scene, question: string, kind: keyof typeof topics): string | undefined {
  const random = drawFor(scene, question, "text");
  return chance(random, openText) ? pick(random, frames[kind])(pick(random, topics[kind])) : undefined;
}

/** A short text that stands beside an answer, with the given chance. */
export function aside(scene: Scene, question: string, kind: keyof typeof asides, share = openText): string | undefined {
  const random = drawFor(scene, question, "aside");
  return chance(random, share) ? pick(random, asides[kind]) : undefined;
}

/** One of the short texts, drawn from a source that belongs to a person. */
export function asideOf(random: Random, kind: keyof typeof asides): string {
  return pick(random, asides[kind]);
}

/** A remark about a training. */
export function remark(random: Random, kind: keyof typeof remarks): string {
  return pick(random, remarks[kind]);
}
