export const interfaces = {
  title: "Schnittstellen",
  unit: { projects: "Projekten", people: "Personen" },
  /** who is asked for form, quality, reliability and trust */
  withContact: (unit: string) => `${unit} mit Kontakt`,
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
  /** The answers that count stand in brackets, in the words of the questionnaire. */
  points: {
    contact: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "hat" : "haben"} regelmäßig Kontakt (${answers})`,
    form: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "arbeitet" : "arbeiten"} in fester Form zusammen (${answers})`,
    quality: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "nennt" : "nennen"} die Zusammenarbeit ${answers}`,
    reliability: (n: number, part: string, answers: string) =>
      `${part} ${n === 1 ? "sagt" : "sagen"}, dass Absprachen eingehalten werden (${answers})`,
    trust: (n: number, part: string, answers: string) => `${part} ${n === 1 ? "hat" : "haben"} Vertrauen (${answers})`,
  },
  orMore: {
    contact: (answer: string) => `${answer} oder öfter`,
    form: (answer: string) => `${answer} oder verbindlicher`,
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
    key: {
      projects:
        "Anteil der Projekte, ab „feste Form“ der Projekte mit Kontakt, darunter die Anzahl. Braun heißt: selten oder schwach. Petrol heißt: oft oder stark.",
      people:
        "Anteil der Personen, ab „feste Form“ der Personen mit Kontakt, darunter die Anzahl. Braun heißt: selten oder schwach. Petrol heißt: oft oder stark.",
    },
    bareKey: {
      projects:
        "Anteil der Projekte, ab „feste Form“ der Projekte mit Kontakt. Braun heißt: selten oder schwach. Petrol heißt: oft oder stark.",
      people:
        "Anteil der Personen, ab „feste Form“ der Personen mit Kontakt. Braun heißt: selten oder schwach. Petrol heißt: oft oder stark.",
    },
    corner: "Bereich",
    strength: "Mittel",
    strengthNote: "der fünf Anteile",
    withheld: "zu wenige",
    note: {
      projects: "„Zu wenige“ heißt: zu wenige Projekte, um diese Zahl zu zeigen.",
      people: "„Zu wenige“ heißt: zu wenige Personen, um diese Zahl zu zeigen.",
    },
    hidden: {
      projects: (fields: string) => `Nicht gezeigt, weil zu wenige Projekte geantwortet haben: ${fields}.`,
      people: (fields: string) => `Nicht gezeigt, weil zu wenige Personen geantwortet haben: ${fields}.`,
    },
    ruleLink: "Siehe Regel",
  },
  method: {
    title: "Wie wird das gerechnet?",
    aspects: {
      contact: (answers: string) => `Kontakt: Anteil mit der Antwort ${answers}.`,
      form: (answers: string) => `Feste Form: Anteil mit der Antwort ${answers}.`,
      quality: (answers: string) => `Qualität: Anteil mit der Antwort ${answers}.`,
      reliability: (answers: string) =>
        `Verlässlichkeit: Anteil mit der Antwort ${answers} auf die Frage, ob Absprachen eingehalten werden.`,
      trust: (answers: string) => `Vertrauen: Anteil mit der Antwort ${answers}.`,
    },
    asked:
      "Nach Form, Qualität, Verlässlichkeit und Vertrauen wird nur gefragt, wer Kontakt zu dem Bereich hatte. Wer etwas nicht beurteilen kann, zählt nicht mit.",
    order:
      "Die Reihenfolge folgt dem Mittel der fünf Anteile, jeder zählt gleich viel. Bereiche ohne alle fünf Zahlen stehen am Ende.",
    sentence:
      "Der Satz nennt den schwächsten Bereich und den Punkt, in dem er am weitesten unter dem Mittel aller Bereiche liegt. „Nur“ steht dort, wo es weniger als die Hälfte ist.",
    chance: "Nachbarn in der Liste können den Platz tauschen, sobald weitere Antworten kommen.",
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
    first: "Diese Welle ist die erste dieses Fragebogens, die ausgewertet ist.",
    notAsked: "Die Welle davor hat danach nicht gefragt.",
    changes: "In jeder Welle antworten teils andere. Kleine Unterschiede zwischen den Wellen können Zufall sein.",
    reworded: (aspects: string) => `In der früheren Welle anders formuliert: ${aspects}.`,
    apart: (aspects: string) =>
      `In der früheren Welle anders gefragt, nicht gefragt oder nicht gezeigt, deshalb nicht verglichen: ${aspects}.`,
    hardest: (n: number, part: string) =>
      `Als besonders schwierig ${n === 1 ? "nennt" : "nennen"} diesen Bereich ${part}.`,
    wanted: (n: number, part: string, more: string) => `${part} ${n === 1 ? "wünscht" : "wünschen"} sich „${more}“.`,
    dash: "–",
  },
  groups: {
    title: (field: string, breakdown: string) => `${field} nach ${breakdown}`,
    caption: (field: string, breakdown: string) => `Zusammenarbeit mit ${field} nach ${breakdown}`,
    note: "Anteile der Gruppen sind aus geschützten Zahlen berechnet; kleine Unterschiede sagen nichts.",
    everybody: "alle",
    withheld: {
      projects: "Ein Strich heißt: zu wenige Projekte für diese Aufschlüsselung.",
      people: "Ein Strich heißt: zu wenige Personen für diese Aufschlüsselung.",
    },
  },
  obstacles: {
    note: "Die Hürden stehen hier für alle Bereiche zusammen. Gefragt ist nach schwierigen Bereichen und zu jedem nach den Hürden. Gezählt werden die Einträge. Welche Hürde bei welchem Bereich genannt wurde, zeigt kein Auswertungsstand: Fragen werden nicht miteinander gekreuzt.",
    ruleLink: "Warum das so ist",
  },
  practice: {
    title: "Was gut funktioniert",
    note: "Ausschnitte aus Antworten, gekürzt und von einer zweiten Person freigegeben. Die Reihenfolge ist zufällig.",
  },
};
