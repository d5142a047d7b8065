/** The five organisations that run dist[ex]. They are real; nothing else in the sample network is. */
export const partners = [
  { name: "Bundesarbeitsgemeinschaft Ausstieg zum Einstieg e. V.", slug: "ausstieg-zum-einstieg", traeger: "verein" },
  { name: "Grüner Vogel e. V.", slug: "gruener-vogel", traeger: "verein" },
  {
    name: "Interdisziplinäres Zentrum für Radikalisierungsprävention und Demokratieförderung e. V. (IZRD)",
    slug: "izrd",
    traeger: "verein",
  },
  { name: "Legato / Vereinigung Pestalozzi gGmbH", slug: "legato", traeger: "ggmbh" },
  { name: "Violence Prevention Network gGmbH", slug: "violence-prevention-network", traeger: "ggmbh" },
] as const;
