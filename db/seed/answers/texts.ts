import { chance, pick } from "../random.ts";
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
  formate: ["Treffen in der Region", "Tandems zwischen zwei Projekten", "Eine feste Sprechstunde"],
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
