/** Stands in the address of a mirror instead of a section: all of them, as they are printed. */
export const ALL_SECTIONS = "alle";

/** The only builder of URLs, in the order of the line. Route patterns stand in routes.ts. */
export const paths = {
  home: () => "/",
  signIn: (returnTo?: string) => (returnTo ? `/anmelden?weiter=${encodeURIComponent(returnTo)}` : "/anmelden"),
  signInCode: () => "/anmelden/code",
  signInLink: (token: string) => `/anmelden/link/${token}`,
  signOut: () => "/abmelden",
  language: () => "/sprache",
  account: (done?: string) => `/konto${query({ fertig: done })}`,
  confirmAddress: (token: string) => `/konto/adresse/${token}`,
  ownData: () => "/konto/daten.json",
  /** the page that a device keeps for times without a network */
  offline: (locale: string) => `/ohne-netz/${locale}`,
  worker: () => "/sw.js",
  demoSignIn: (role: string, key: string) => `/demo/anmelden/${role}?key=${key}`,
  demoMail: () => "/demo/mail",

  definition: (roundId: string, checksum: string) => `/fassungen/${roundId}/${checksum}.json`,
  questionnaires: () => "/frageboegen",
  newQuestionnaire: (name?: string) => `/frageboegen/neu${query({ fragebogen: name })}`,
  questionnaire: (name: string) => `/frageboegen/${name}`,
  version: (name: string, number: number) => `/frageboegen/${name}/${number}`,
  versionFile: (name: string, number: number) => `/frageboegen/${name}/${number}/fragebogen.json`,
  versionPreview: (name: string, number: number, locale?: string) =>
    `/frageboegen/${name}/${number}/vorschau${query({ sprache: locale })}`,
  draft: (draftId: string, step?: string) => `/frageboegen/entwurf/${draftId}${query({ schritt: step })}`,
  draftFile: (draftId: string) => `/frageboegen/entwurf/${draftId}/fragebogen.json`,
  draftUpload: (draftId: string) => `/frageboegen/entwurf/${draftId}/datei`,
  draftPreview: (draftId: string, locale?: string) =>
    `/frageboegen/entwurf/${draftId}/vorschau${query({ sprache: locale })}`,

  rounds: () => "/erhebungen",
  /** `view`: what of the page is wanted, e.g. `{ stand: "begun" }` */
  round: (roundId: string, view: Record<string, string | undefined> = {}) => `/erhebungen/${roundId}${query(view)}`,
  newRound: () => "/erhebungen/neu",
  roundSetup: (roundId: string, step = 1) => `/erhebungen/${roundId}/einrichten?schritt=${step}`,
  dryRun: (roundId: string, view: Record<string, string | undefined> = {}) =>
    `/erhebungen/${roundId}/probelauf${query(view)}`,
  /** `part`: "fragebogen" for the questions behind the cover */
  roundPreview: (roundId: string, part?: string, locale?: string) =>
    `/erhebungen/${roundId}/vorschau${query({ teil: part, sprache: locale })}`,
  changeRound: (roundId: string, what?: string) => `/erhebungen/${roundId}/aendern${query({ was: what })}`,
  reopenResponse: (roundId: string, invitationId: string) => `/erhebungen/${roundId}/boegen/${invitationId}/oeffnen`,
  eraseResponse: (roundId: string, invitationId: string) => `/erhebungen/${roundId}/boegen/${invitationId}/loeschen`,
  correction: (roundId: string) => `/erhebungen/${roundId}/korrektur`,
  callList: (roundId: string) => `/erhebungen/${roundId}/anrufliste.csv`,
  calendar: (year?: number) => `/erhebungen/kalender${query({ jahr: year?.toString() })}`,
  roundLinks: (roundId: string) => `/erhebungen/${roundId}/links`,
  linkSheet: (roundId: string, linkId: string) => `/erhebungen/${roundId}/links/${linkId}/blatt`,
  linkQr: (roundId: string, linkId: string, format: "svg" | "png") =>
    `/erhebungen/${roundId}/links/${linkId}/qr.${format}`,

  teams: () => "/team",
  team: (projectId: string, done?: string) => `/team/${projectId}${query({ fertig: done })}`,
  teamMember: (projectId: string, accountId: string, step: "entfernen" | "leitung" | "abgeben") =>
    `/team/${projectId}/${accountId}/${step}`,
  teamData: (projectId: string) => `/team/${projectId}/angaben`,
  askAttributes: (projectId: string) => `/team/${projectId}/antrag`,

  /** `view`: what of a list is wanted, e.g. `{ land: "by" }` */
  members: (view: Record<string, string | undefined> = {}) => `/mitglieder${query(view)}`,
  newProject: () => "/mitglieder/neu",
  project: (projectId: string, done?: string) => `/mitglieder/projekte/${projectId}${query({ fertig: done })}`,
  editProject: (projectId: string) => `/mitglieder/projekte/${projectId}/aendern`,
  editAttributes: (projectId: string) => `/mitglieder/projekte/${projectId}/merkmale`,
  organisations: (view: Record<string, string | undefined> = {}) => `/mitglieder/traeger${query(view)}`,
  newOrganisation: () => "/mitglieder/traeger/neu",
  organisation: (organisationId: string, done?: string) =>
    `/mitglieder/traeger/${organisationId}${query({ fertig: done })}`,
  people: (view: Record<string, string | undefined> = {}) => `/mitglieder/personen${query(view)}`,
  newPerson: (projectId?: string) => `/mitglieder/personen/neu${query({ projekt: projectId })}`,
  person: (accountId: string, view: { schritt?: string; fertig?: string } = {}) =>
    `/mitglieder/personen/${accountId}${query(view)}`,
  memberImports: (done?: string) => `/mitglieder/einlesen${query({ fertig: done })}`,
  memberImport: (importId: string, view: Record<string, string | undefined> = {}) =>
    `/mitglieder/einlesen/${importId}${query(view)}`,
  memberExport: (format: string) => `/mitglieder/ausgeben/${format}`,
  attributeRequests: (done?: string) => `/mitglieder/anfragen${query({ fertig: done })}`,

  invitations: () => "/boegen",
  invitation: (invitationId: string) => `/boegen/${invitationId}`,
  fill: (invitationId: string, page?: string, question?: string) =>
    `/boegen/${invitationId}/ausfuellen${query({ seite: page, frage: question })}`,
  /** a page without JavaScript; `said`: what happened on the way there */
  plain: (invitationId: string, number = 1, said: Record<string, string | undefined> = {}) =>
    `/boegen/${invitationId}/seite/${number}${query(said)}`,
  changes: (invitationId: string) => `/boegen/${invitationId}/aenderungen`,
  talk: (invitationId: string) => `/boegen/${invitationId}/gespraech`,
  /** `before`: where the page before ended */
  history: (invitationId: string, question?: string, before?: string) =>
    `/boegen/${invitationId}/verlauf${query({ frage: question, vor: before })}`,
  lastTime: (invitationId: string) => `/boegen/${invitationId}/letztes-mal`,
  /** `only`: "aenderungen" for what changed since the wave before */
  review: (invitationId: string, only?: "aenderungen") => `/boegen/${invitationId}/pruefen${query({ zeige: only })}`,
  /** with a number that version, else the one that counts */
  receipt: (invitationId: string, version?: number) =>
    `/boegen/${invitationId}/beleg${query({ fassung: version?.toString() })}`,
  submitted: (invitationId: string, version?: number) =>
    `/boegen/${invitationId}/antworten${query({ fassung: version?.toString() })}`,
  changeSubmitted: (invitationId: string, step?: "zurueckziehen") =>
    `/boegen/${invitationId}/aendern${query({ schritt: step })}`,
  standing: (invitationId: string, since?: number) =>
    `/boegen/${invitationId}/stand${query({ seit: since?.toString() })}`,
  live: (invitationId: string) => `/boegen/${invitationId}/mithoeren`,
  presence: (invitationId: string) => `/boegen/${invitationId}/anwesend`,
  blank: (invitationId: string) => `/boegen/${invitationId}/leer`,
  /** `view`: the question it is about (`frage`), the reason for asking (`anlass`), what was asked (`anfrage`) */
  ask: (invitationId: string, view: { frage?: string | undefined; anlass?: "wieder-oeffnen"; anfrage?: string } = {}) =>
    `/boegen/${invitationId}/frage${query(view)}`,
  ownLink: (invitationId: string) => `/boegen/${invitationId}/link`,
  submitAnonymously: (invitationId: string) => `/boegen/${invitationId}/anonym`,
  thanks: (invitationId: string) => `/boegen/${invitationId}/danke`,

  mirrors: () => "/spiegel",
  /** `view`: a section of the questionnaire (`abschnitt`: its place, from 1, or all of them), the attribute of the own group (`nach`) */
  mirror: (invitationId: string, view: { abschnitt?: string; nach?: string | undefined } = {}) =>
    `/spiegel/${invitationId}${query(view)}`,

  /** `view`: the project in whose name one reads (`projekt`), a topic (`thema`), what was done (`fertig`) */
  exchange: (view: { projekt?: string; thema?: string; fertig?: string } = {}) => `/suchen-und-bieten${query(view)}`,
  exchangeProfile: (projectId: string) => `/suchen-und-bieten/${projectId}`,

  guestLink: (token: string) => `/teilnahme/${token}`,
  guestLeave: () => "/teilnahme/ende",
  openLink: (token: string) => `/teilnahme/offen/${token}`,
  openFill: (token: string) => `/teilnahme/offen/${token}/ausfuellen`,
  openDefinition: (token: string, checksum: string) => `/teilnahme/offen/${token}/fassung/${checksum}.json`,
  openSubmit: (token: string) => `/teilnahme/offen/${token}/absenden`,
  openAsk: (token: string, view: { frage?: string | undefined; anfrage?: string } = {}) =>
    `/teilnahme/offen/${token}/frage${query(view)}`,
  openThanks: (token: string) => `/teilnahme/offen/${token}/danke`,

  messages: () => "/nachrichten",
  messageTemplate: (kind: string, locale: string) => `/nachrichten/vorlagen/${kind}/${locale}`,
  deliveries: (roundId?: string) => `/nachrichten/zustellung${query({ erhebung: roundId })}`,
  unsubscribe: (token: string) => `/nachrichten/abbestellen/${token}`,

  codingRounds: () => "/freitexte",
  codingRound: (roundId: string) => `/freitexte/${roundId}`,
  /** `view`: what of a page is wanted, e.g. `{ nr: "3" }` */
  codeTree: (roundId: string, item: string, view: Record<string, string | undefined> = {}) =>
    `/freitexte/${roundId}/${encodeURIComponent(item)}/codes${query(view)}`,
  codingDesk: (roundId: string, item: string, view: Record<string, string | undefined> = {}) =>
    `/freitexte/${roundId}/${encodeURIComponent(item)}/codieren${query(view)}`,
  codingAgreement: (roundId: string, item: string) =>
    `/freitexte/${roundId}/${encodeURIComponent(item)}/uebereinstimmung`,
  settling: (roundId: string, item: string, view: Record<string, string | undefined> = {}) =>
    `/freitexte/${roundId}/${encodeURIComponent(item)}/klaeren${query(view)}`,
  quotes: (roundId: string, item: string, view: Record<string, string | undefined> = {}) =>
    `/freitexte/${roundId}/${encodeURIComponent(item)}/zitate${query(view)}`,

  overview: () => "/ueberblick",
  releases: () => "/auswertungen",
  release: (releaseId: string, breakdown?: string) =>
    `/auswertungen/${releaseId}${breakdown ? `?nach=${encodeURIComponent(breakdown)}` : ""}`,
  needs: (releaseId: string, breakdown?: string) => `/auswertungen/${releaseId}/bedarfe${query({ nach: breakdown })}`,
  interfaces: (releaseId: string, choice: { field?: string; breakdown?: string } = {}) =>
    `/auswertungen/${releaseId}/schnittstellen${query({ bereich: choice.field, nach: choice.breakdown })}`,
  trends: (releaseId: string) => `/auswertungen/${releaseId}/verlauf`,
  /** `view`: the attribute by which it is coloured (`farbe`), the kind of contact (`art`), the map or the matrix (`ansicht`) */
  network: (releaseId: string, view: { farbe?: string; art?: string | undefined; ansicht?: string } = {}) =>
    `/auswertungen/${releaseId}/netzwerk${query(view)}`,
  networkFile: (releaseId: string, file: "projekte" | "kontakte") => `/auswertungen/${releaseId}/netzwerk/${file}.csv`,
  /** `about`: keys of items, or of questions for all their items */
  notes: (releaseId: string, ...about: string[]) =>
    `/auswertungen/${releaseId}/anmerkungen${repeated("merkmal", about)}`,
  /** where a note on one of them is written */
  newNote: (releaseId: string, ...about: string[]) => `/auswertungen/${releaseId}/anmerkungen${repeated("zu", about)}`,
  releasePrint: (releaseId: string, breakdown?: string) =>
    `/auswertungen/${releaseId}/druck${query({ nach: breakdown })}`,
  /** a release slide by slide, from 1 */
  presentation: (releaseId: string, slide?: number) =>
    `/auswertungen/${releaseId}/vorfuehren${query({ folie: slide?.toString() })}`,
  releaseExport: (releaseId: string, format: string) => `/auswertungen/${releaseId}/export/${format}`,
  microdata: () => "/auswertungen/einzeldaten",
  microdataOfRound: (roundId: string, insightId?: string) =>
    `/auswertungen/einzeldaten/${roundId}${query({ einsicht: insightId })}`,
  microdataFile: (roundId: string, insightId: string) => `/auswertungen/einzeldaten/${roundId}/${insightId}.zip`,
  rule: () => "/regel",

  /** `view`: what of the board is wanted, e.g. `{ jahr: "2027" }` */
  measures: (view: Record<string, string | undefined> = {}) => `/massnahmen${query(view)}`,
  /** with the finding that it is about */
  newMeasure: (releaseId?: string, ...items: string[]) => `/massnahmen/neu${findings(releaseId, items)}`,
  /** where findings become the ground of a measure that is there */
  addToMeasure: (releaseId: string, ...items: string[]) => `/massnahmen/grundlage${findings(releaseId, items)}`,
  measureCalendar: (year?: string) => `/massnahmen/kalender${query({ jahr: year })}`,
  annualPlan: (year?: string) => `/massnahmen/jahresplan${query({ jahr: year })}`,
  annualPlanFile: (year: string) => `/massnahmen/jahresplan.csv${query({ jahr: year })}`,
  /** `done`: the state that it was just given */
  measure: (measureId: string, done?: string) => `/massnahmen/${measureId}${query({ fertig: done })}`,
  editMeasure: (measureId: string) => `/massnahmen/${measureId}/bearbeiten`,
  outcomes: () => "/was-daraus-wurde",
  /** `done`: what was done on the way there */
  goals: (done?: string) => `/ziele${query({ fertig: done })}`,
  goalsFile: () => "/ziele/ziele.csv",
  /** `view`: what is measured (`art`, `fragebogen`, `thema`) */
  newGoal: (view: Record<string, string | undefined> = {}) => `/ziele/neu${query(view)}`,
  /** `view`: what is asked once more (`schritt`), what was done on the way there (`fertig`) */
  goal: (goalId: string, view: { schritt?: "beenden" | "aufnehmen"; fertig?: string } = {}) =>
    `/ziele/${goalId}${query(view)}`,
  editGoal: (goalId: string, view: Record<string, string | undefined> = {}) =>
    `/ziele/${goalId}/bearbeiten${query(view)}`,

  imprint: () => "/impressum",
  privacy: () => "/datenschutz",
  accessibility: () => "/barrierefreiheit",
} as const;

function query(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}

function repeated(name: string, values: readonly string[]): string {
  return values.length > 0 ? `?${new URLSearchParams(values.map((value) => [name, value]))}` : "";
}

function findings(releaseId: string | undefined, items: readonly string[]): string {
  if (!releaseId) return "";
  return `?${new URLSearchParams([["auswertung", releaseId], ...items.map((item) => ["merkmal", item])])}`;
}
