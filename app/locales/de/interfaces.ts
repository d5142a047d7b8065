export const interfaces = {
  title: "Schnittstellen",
  unit: { projects: "Projekten", people: "Personen" },
  part: (n: string, of: string, unit: string) => `${n} von ${of} ${unit}`,
  only: (part: string) => `nur ${part}`,
  ofBase: (n: string, base: string) => `${n} von ${base}`,
  aspects: {
    contact: "Kontakt",
    form: "feste Form",
    quality: "Qualität",
    reliability: "Verlässlichkeit",
    trust: "Vertrauen",
  },
  points: {
    contact: (part: string) => `${part} haben mindestens einmal im Monat Kontakt`,
    form: (part: string) => `${part} haben eine feste Ansprechperson oder mehr`,
    quality: (part: string) => `${part} nennen die Zusammenarbeit gut oder sehr gut`,
    reliability: (part: string) => `${part} sagen, dass Absprachen eingehalten werden`,
    trust: (part: string) => `${part} haben ziemlich viel oder sehr viel Vertrauen`,
  },
  all: {
    title: "Wo Zusammenarbeit gelingt und wo nicht",
    base: (low: string, high: string) =>
      low === high
        ? `Basis: je Zelle ${low} gültige Antworten`
        : `Basis: je Zelle ${low} bis ${high} gültige Antworten`,
    sentence: (field: string, point: string) => `Am schwächsten ist die Zusammenarbeit mit ${field}: ${point}.`,
    none: "Kein Bereich hat Zahlen zu allen fünf Punkten. Deshalb gibt es keine Reihenfolge.",
    caption: "Bereiche und fünf Punkte der Zusammenarbeit, der schwächste Bereich zuerst",
    key: "Anteil der Projekte, darunter die Anzahl. Braun heißt: selten oder schwach. Petrol heißt: oft oder stark.",
    corner: "Bereich",
    strength: "Mittel",
    strengthNote: "der fünf Anteile",
    withheld: "zu wenige",
    note: "„Zu wenige“ heißt: zu wenige Projekte, um diese Zahl zu zeigen.",
    hidden: (fields: string) => `Nicht gezeigt, weil zu wenige Projekte geantwortet haben: ${fields}.`,
    ruleLink: "Siehe Regel",
  },
  method: {
    title: "Wie wird das gerechnet?",
    aspects: [
      "Kontakt: Anteil der Projekte, die mindestens einmal im Monat Kontakt haben.",
      "Feste Form: Anteil mit fester Ansprechperson, fester Runde oder schriftlicher Vereinbarung.",
      "Qualität: Anteil „gut“ oder „sehr gut“.",
      "Verlässlichkeit: Anteil, für den „Absprachen werden eingehalten“ ziemlich oder völlig zutrifft.",
      "Vertrauen: Anteil mit ziemlich viel oder sehr viel Vertrauen.",
    ],
    asked:
      "Nach Form, Qualität, Verlässlichkeit und Vertrauen werden nur Projekte gefragt, die Kontakt zu dem Bereich hatten. „Kann ich nicht beurteilen“ zählt nicht mit.",
    order:
      "Die Reihenfolge folgt dem Mittel der fünf Anteile, jeder zählt gleich viel. Bereiche ohne alle fünf Zahlen stehen am Ende.",
    sentence:
      "Der Satz nennt den schwächsten Bereich und den Punkt, in dem er am weitesten unter dem Mittel aller Bereiche liegt. „Nur“ steht dort, wo es weniger als die Hälfte ist.",
    chance: "Nachbarn in der Liste können den Platz tauschen, sobald weitere Projekte antworten.",
  },
  chooser: { field: "Bereich" },
  profile: {
    title: (field: string) => `Im Profil: ${field}`,
    against: (aspect: string, own: string, all: string) => `${aspect} (${own} gegen ${all})`,
    both: (below: string, above: string) =>
      `Am weitesten unter dem Mittel aller Bereiche: ${below}. Am weitesten darüber: ${above}.`,
    below: (one: string) => `Nirgends über dem Mittel aller Bereiche, am weitesten darunter: ${one}.`,
    above: (one: string) => `Nirgends unter dem Mittel aller Bereiche, am weitesten darüber: ${one}.`,
    nothing: "Zu diesem Bereich gibt es keine Zahlen, die sich vergleichen lassen.",
    chart: (field: string) =>
      `Fünf Punkte der Zusammenarbeit mit ${field} gegen das Mittel aller Bereiche. Alle Werte stehen in der Tabelle darunter.`,
    caption: (field: string) => `Zusammenarbeit mit ${field} in Zahlen`,
    aspect: "Punkt",
    average: "Mittel aller Bereiche",
    wave: (wave: string) => `Welle ${wave}`,
    dashed: (name: string) => `${name} (gestrichelt)`,
    dotted: (name: string) => `${name} (gepunktet)`,
    noBefore: "Eine frühere Welle dieses Fragebogens ist noch nicht ausgewertet.",
    changes:
      "In jeder Welle antworten teils andere Projekte. Kleine Unterschiede zwischen den Wellen können Zufall sein.",
    reworded: (aspects: string) => `In der früheren Welle anders formuliert: ${aspects}.`,
    apart: (aspects: string) =>
      `In der früheren Welle anders oder nicht gefragt, deshalb nicht verglichen: ${aspects}.`,
    hardest: (part: string) => `Als besonders schwierig nennen diesen Bereich ${part}.`,
    wanted: (part: string, more: string) => `${part} wünschen sich „${more}“.`,
    dash: "–",
  },
  groups: {
    title: (field: string, breakdown: string) => `${field} nach ${breakdown}`,
    caption: (field: string, breakdown: string) => `Zusammenarbeit mit ${field} nach ${breakdown}`,
    note: "Anteile der Gruppen sind aus geschützten Zahlen berechnet; kleine Unterschiede sagen nichts.",
    everybody: "alle",
    withheld: "Ein Strich heißt: zu wenige Projekte für diese Aufschlüsselung.",
  },
  obstacles: {
    note: "Jedes Projekt konnte bis zu drei schwierige Bereiche eintragen und zu jedem die Hürden nennen. Gezählt werden die Einträge. Welche Hürde bei welchem Bereich genannt wurde, zeigt kein Auswertungsstand: Fragen werden nicht miteinander gekreuzt.",
    ruleLink: "Warum das so ist",
  },
  practice: {
    title: "Was gut funktioniert",
    note: "Ausschnitte aus Antworten, gekürzt und von einer zweiten Person freigegeben. Die Reihenfolge ist zufällig.",
  },
};
