/** What projects can look for and offer, in the order of the form. Labels stand in the locales under `exchange.topics`. */
export const TOPICS = [
  "gespraech",
  "psyche",
  "phaenomene",
  "online",
  "umfeld",
  "haft",
  "jugendhilfe",
  "therapie",
  "sprachen",
  "gender",
  "recht",
  "schutz",
  "beratung",
  "evaluation",
  "hospitation",
  "finanzierung",
] as const;

export type Topic = (typeof TOPICS)[number];

/** Characters of the free text beside the topics. */
export const TEXT_CHARS = 300;

/** Those of the codes that are topics, each once, in the order of the form. */
export function topicsIn(codes: readonly string[]): Topic[] {
  return TOPICS.filter((topic) => codes.includes(topic));
}
