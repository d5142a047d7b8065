/** The rows of the sample network. Attribute keys and codes are those of the register. */

export type Land =
  | "bw"
  | "by"
  | "be"
  | "bb"
  | "hb"
  | "hh"
  | "he"
  | "mv"
  | "ni"
  | "nw"
  | "rp"
  | "sl"
  | "sn"
  | "st"
  | "sh"
  | "th";
export type Region5 = "nord" | "nordost" | "mitteost" | "west" | "sued";
export type Reichweite = "lokal" | "land" | "laender" | "bund";
/** re right-wing, ri religiously based, ab foreign-related, le left-wing, vd conspiracy, mi misogyny, hy hybrid, ueber several */
export type Phaenomen = "re" | "ri" | "ab" | "le" | "vd" | "mi" | "hy" | "ueber";
export type Ansatz = "person" | "umfeld" | "beides" | "fachkraefte";
export type Setting =
  | "beratungsstelle"
  | "aufsuchend"
  | "justizvollzug"
  | "bewaehrung"
  | "schule"
  | "jugendhilfe"
  | "online"
  | "unterkunft"
  | "klinik";
export type Traeger = "verein" | "ggmbh" | "wohlfahrt" | "kommune" | "staat" | "hochschule";
/** Full-time equivalents. */
export type Vzae = "u2" | "2_u5" | "5_u10" | "ab10";
/** Months of funding left. */
export type Restlauf = "bis12" | "13_24" | "25_48" | "ab49" | "unbefristet";
export type Status = "verbund" | "assoziiert" | "mitglied" | "interessiert";

export type SampleOrganisation = {
  /** `org-01` … `org-05` are the partners, the rest is fictional. */
  id: string;
  name: string;
  slug: string;
  /** One of the five that run the consortium; these have no sample projects. */
  consortium: boolean;
  traeger: Traeger;
};

export type SampleAttributes = {
  land: Land;
  /** Follows from `land`. */
  region5: Region5;
  reichweite: Reichweite;
  /** Contains `ph_haupt`. */
  ph: Phaenomen[];
  ph_haupt: Phaenomen;
  ansatz: Ansatz;
  /** At least one. */
  setting: Setting[];
  /** Follows from the organisation. */
  traeger: Traeger;
  vzae: Vzae;
  restlauf: Restlauf;
  status: Status;
};

export type SampleProject = {
  /** `proj-001` … `proj-120` */
  id: string;
  organisation: string;
  name: string;
  slug: string;
  attributes: SampleAttributes;
  /** ISO date of joining the network, before the first wave. */
  active_from: string;
};

export type SamplePerson = {
  /** `person-001` … */
  id: string;
  name: string;
  given_name: string;
  family_name: string;
  /** Unique; always ends in ".example" (RFC 2606), so that no mail can arrive anywhere. */
  email: string;
  role: "coordination" | "steering" | "analyst" | "lead" | "member";
  organisation: string;
  /** Set for lead and member. Each project has exactly one lead. */
  project: string | null;
};

export type SampleNetwork = { organisations: SampleOrganisation[]; projects: SampleProject[]; people: SamplePerson[] };
