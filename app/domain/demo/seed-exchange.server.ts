import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import { insertExchangeContact, insertExchangeSteps } from "#db/queries/exchange.server.ts";
import { TOPICS, type Topic } from "../exchange/topics.ts";

type Seeding = {
  /** projects with their leads; the first is that of the demo's lead */
  teams: readonly { projectId: string; accountId: string }[];
  today: Date;
};

const DAY_MS = 86_400_000;
const PROFILES = 40;

/** In a project's own words, by the first of its topics. */
const SEEKS: Readonly<Record<Topic, string>> = {
  gespraech: "Uns fehlt Übung in konfrontativer Gesprächsführung. Am liebsten ein Tag mit Rollenspielen.",
  psyche: "Wie erkennen wir, dass Beratung nicht mehr reicht? Wir suchen Teams, die das schon geregelt haben.",
  phaenomene: "Wer beobachtet die Szene in unserer Region und kann uns zweimal im Jahr auf den Stand bringen?",
  online: "Wir wollen in zwei Spielgemeinschaften aufsuchend arbeiten und suchen Menschen mit Erfahrung darin.",
  umfeld: "Eltern kommen zu uns, Geschwister nicht. Wie erreichen Sie die übrige Familie?",
  haft: "Übergang aus der Haft: Wir suchen ein Projekt, mit dem wir Fälle über die Landesgrenze weitergeben können.",
  jugendhilfe: "Wir suchen eine Vorlage für eine Vereinbarung mit dem Jugendamt.",
  therapie: "Gibt es eine Liste von Praxen, die mit diesem Feld vertraut sind? Wir würden gern mit einer beginnen.",
  sprachen: "Wir brauchen für einzelne Gespräche Beratung auf Türkisch und Russisch.",
  gender: "Wir arbeiten fast nur mit Männern und suchen Austausch zur Arbeit mit Frauen, die aussteigen.",
  recht: "Schweigepflicht, Zeugnisverweigerung, Datenschutz: Wir suchen eine Schulung mit Beispielen aus dem Alltag.",
  schutz: "Nach Drohungen brauchen wir ein Sicherheitskonzept. Wer hat eines, das im Alltag trägt?",
  beratung: "Wir sind zu zweit und suchen eine Runde für kollegiale Fallberatung, einmal im Monat, gern online.",
  evaluation: "Wir wollen Wirkung messen, ohne unsere Beratung zu stören. Wer hat damit angefangen?",
  hospitation: "Eine neue Kollegin möchte eine Woche lang in einem erfahrenen Team mitlaufen.",
  finanzierung:
    "Unsere Förderung läuft aus. Wir suchen Menschen, die schon einen Verstetigungsantrag geschrieben haben.",
};
const OFFERS: Readonly<Record<Topic, string>> = {
  gespraech: "Wir bilden seit Jahren in systemischer Gesprächsführung fort und kommen auch zu Ihnen.",
  psyche: "Unsere Psychologin berät andere Teams am Telefon, zwei Stunden in der Woche.",
  phaenomene: "Unser Monatsbericht zur Szene in der Region geht auf Wunsch auch an andere Projekte.",
  online: "Wir zeigen, wie wir auf drei Plattformen arbeiten, mit Leitfaden und Schutzkonzept.",
  umfeld: "Wir haben eine Gruppe für Angehörige aufgebaut und geben das Konzept gern weiter.",
  haft: "Wir arbeiten in vier Anstalten und können Kontakte zu den Sozialdiensten vermitteln.",
  jugendhilfe: "Unsere Vereinbarung mit zwei Jugendämtern darf als Vorlage dienen.",
  therapie: "Mit einer Klinik halten wir alle sechs Wochen eine gemeinsame Fallrunde. Gäste sind willkommen.",
  sprachen: "Wir beraten auf Arabisch, Kurdisch und Dari und übernehmen einzelne Gespräche.",
  gender: "Wir geben eine zweitägige Fortbildung zu Männlichkeit und Radikalisierung.",
  recht: "Unsere Juristin beantwortet kurze Fragen zu Schweigepflicht und Datenschutz.",
  schutz: "Unser Sicherheitskonzept samt Meldekette geben wir weiter und erklären es.",
  beratung: "In unserer Fallrunde, jeden zweiten Donnerstag online, sind noch zwei Plätze frei.",
  evaluation: "Wir haben Fragebögen zu Beginn und Ende der Beratung erprobt und teilen Vorlagen und Erfahrungen.",
  hospitation: "Zwei Menschen im Jahr können bei uns zwei Wochen hospitieren, eine Unterkunft vermitteln wir.",
  finanzierung: "Wir lesen Anträge gegen und sagen offen, was bei uns abgelehnt wurde.",
};

const topic = (place: number): Topic => TOPICS[place % TOPICS.length] as Topic;

/** Forty projects say what they seek and offer; one said less before, and two have asked the demo's project. */
export async function seedExchange(tx: Tx, { teams, today }: Seeding): Promise<void> {
  const ago = (days: number) => new Date(today.getTime() - days * DAY_MS);
  const chosen = teams.slice(0, PROFILES);
  const steps = chosen.map(({ projectId, accountId }, i) => {
    const [seek, offer] = [topic(i * 5 + 12), topic(i * 5 + 4 + (i % 7))];
    const seeks = TOPICS.filter((one) => one === seek || (i % 2 === 0 && one === topic(i * 3 + 1)));
    const offers = TOPICS.filter(
      (one) => !seeks.includes(one) && (one === offer || (i % 3 === 0 && one === topic(i + 9))),
    );
    return {
      ...{ project_id: projectId, number: 1, published: true, by: accountId, at: ago(20 + ((i * 11) % 70)) },
      ...{ seeks, seeks_text: i % 4 === 3 ? "" : SEEKS[seek] },
      ...{ offers, offers_text: offers.includes(offer) && i % 5 !== 4 ? OFFERS[offer] : "" },
    };
  });
  const [first] = steps;
  if (!first) return;
  const later = {
    ...first,
    number: 2,
    at: ago(12),
    offers: TOPICS.filter((one) => one === "haft" || one === "umfeld"),
  };
  await insertExchangeSteps(tx, [...steps, { ...later, offers_text: OFFERS.haft }]);
  for (const [i, { projectId, accountId }] of chosen.slice(3, 5).entries()) {
    const row = { contact_id: randomUUID(), from_project: projectId, to_project: first.project_id };
    await insertExchangeContact(tx, { ...row, by: accountId, at: ago(9 - i * 5) });
  }
}
