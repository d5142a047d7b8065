export const network = {
  title: "Netzwerk",
  sentence: (named: string) =>
    named === "1" ? "Ein Projekt ist hier mit Namen zu sehen." : `${named} Projekte sind hier mit Namen zu sehen.`,
  sentenceContacts: (contacts: string, confirmed: string) =>
    contacts === "1"
      ? `Zwischen ihnen gibt es einen Kontakt; ${confirmed === "1" ? "beide Seiten nennen ihn" : "nur eine Seite nennt ihn"}.`
      : `Zwischen ihnen gibt es ${contacts} Kontakte; ${confirmed} davon nennen beide Seiten.`,
  sentenceApart: "Untereinander nennen sie keine Kontakte.",
  none: {
    title: "Zurzeit ist kein Projekt zu sehen",
    text: "Kein Projekt hat zugestimmt, hier mit Namen zu stehen, oder alle haben widerrufen. Ohne Namen zeigen wir weder Karte noch Kontakte.",
  },
  consent:
    "Namen stehen hier nur, wo das Projekt zugestimmt hat. Eine Verbindung ist nur zu sehen, wenn beide Projekte zugestimmt haben. Wer die Zustimmung widerruft, ist sofort nicht mehr zu sehen. Behörden und andere Stellen kommen hier nicht vor: Gefragt wurde nach Kontakten zwischen Projekten.",
  others: (n: string, of: string) =>
    `${n} von ${of} gefragten Projekten ${n === "1" ? "ist" : "sind"} hier nicht genannt.`,
  othersNone: (of: string) =>
    of === "1" ? "Das einzige gefragte Projekt ist zu sehen." : `Alle ${of} gefragten Projekte sind zu sehen.`,
  notDrawn: (n: string) =>
    `${n} Nennungen zeigen wir nicht, weil ein Projekt nicht zugestimmt hat. Auch die Zahlen unten sind ohne sie.`,
  chooser: {
    attribute: "Farbe und Form nach",
    view: "Ansicht",
    views: { karte: "Karte", matrix: "Matrix" },
    show: "Anzeigen",
  },
  kinds: {
    label: "Worum es bei den Kontakten geht",
    all: "alle Kontakte",
    closest: "für beide am engsten",
    titled: (title: string, kind: string) => `${title}: ${kind}`,
    note: "Danach wurde nur bei Kontakten gefragt, die ein Projekt zu seinen engsten zählt. Weitere Kontakte dieser Art können fehlen. Die Zahlen darüber gelten für alle Kontakte.",
    closestNote:
      "Zu sehen ist nur, was beide Seiten zu ihren engsten Kontakten zählen. Was nur eine Seite dazu zählt, steht in keinem Auswertungsstand. Die Zahlen darüber gelten für alle Kontakte.",
  },
  figures: {
    title: "Das Netzwerk in Zahlen",
    contacts: "Kontakte",
    contactsMeans: (mean: string) =>
      `Im Mittel hat ein Projekt ${mean} Kontakte. Ein Kontakt zählt, wenn eine Seite ihn nennt.`,
    contactsNone: "Zwischen den Projekten, die hier zu sehen sind, nennt niemand einen Kontakt.",
    density: "Dichte",
    densityMeans: (reports: string, confirmed: string) =>
      `So viele der möglichen Kontakte gibt es; von beiden Seiten genannt sind ${confirmed}. Wer geantwortet hat, nennt im Mittel ${reports} der anderen Projekte.`,
    reciprocity: "Bestätigt",
    reciprocityMeans: (n: string, of: string) =>
      `${n} von ${of} Kontakten nennen beide Seiten. Wo nur eine Seite den Kontakt nennt, ist er oft lose oder einseitig.`,
    reciprocityNone: "Bei keinem Kontakt haben beide Seiten geantwortet.",
    parts: "Größter Zusammenhang",
    partsMeans: (parts: string) =>
      parts === "1"
        ? "So viele Projekte erreichen einander, direkt oder über andere. Es gibt keinen zweiten Teil."
        : `So viele Projekte erreichen einander, direkt oder über andere. Insgesamt zerfällt das Netzwerk in ${parts} Teile, Projekte ohne Kontakt nicht mitgezählt.`,
    partsValue: (n: string, of: string) => `${n} von ${of}`,
    isolated: "Ohne Kontakt",
    isolatedMeans: (n: string): string =>
      n === "0"
        ? "Jedes Projekt auf der Karte hat dort mindestens einen Kontakt."
        : n === "1"
          ? "Dieses Projekt nennt niemanden auf der Karte und wird von dort nicht genannt. Vielleicht hat es Kontakte, die hier nicht zu sehen sind."
          : "Diese Projekte nennen niemanden auf der Karte und werden von dort nicht genannt. Vielleicht haben sie Kontakte, die hier nicht zu sehen sind.",
    mixing: (attribute: string) => `Zwischen Gruppen (${attribute})`,
    mixingMeans: (coefficient: string) =>
      `So viele Kontakte verbinden Projekte verschiedener Gruppen. Der Wert für „Gleich zu Gleich“ ist ${coefficient}: 1 hieße nur unter sich, 0 wie zufällig gemischt.`,
    mixingMeansAlone: "So viele Kontakte verbinden Projekte verschiedener Gruppen.",
    mixingNone: "Bei keinem Kontakt sind die Gruppen beider Seiten bekannt.",
    wishes: "Wünsche nach mehr Zusammenarbeit",
    wishing: (n: string) => `${n} Projekte haben Wünsche genannt.`,
    wishesMutual: (n: string | null) =>
      n === null
        ? "Wie viele Wünsche gegenseitig sind, nennen wir nur, wenn genug Projekte dahinterstehen."
        : `${n} Wünsche sind gegenseitig.`,
    wishesKnown: (n: string | null) =>
      n === null
        ? "Bei wie vielen schon Kontakt besteht, nennen wir nur, wenn genug Projekte dahinterstehen."
        : `Bei ${n} Wünschen besteht schon Kontakt.`,
    wishesNever: "Wer sich wen wünscht, zeigen wir nie.",
    change: (wave: string) => `Seit ${wave}`,
    changeValue: (fresh: string, gone: string) => `${fresh} neu, ${gone} weggefallen`,
    changeMeans: (projects: string, before: string, now: string, kept: string) =>
      `Unter den ${projects} Projekten, die beide Male zu sehen sind und geantwortet haben: vorher ${before} ${before === "1" ? "Kontakt" : "Kontakte"}, jetzt ${now}; ${kept} ${kept === "1" ? "besteht" : "bestehen"} fort.`,
    changeOther: (wave: string) =>
      `Mit ${wave} vergleichen wir die Kontakte nicht: Die Frage danach war damals eine andere.`,
  },
  between: {
    shown: "Brücken: auf wie vielen kürzesten Wegen zwischen zwei anderen ein Projekt liegt (Brandes 2001).",
    hidden: (share: string, least: string) =>
      `Wie oft ein Projekt auf den Wegen zwischen anderen liegt, zeigen wir nicht: Auf der Karte sind ${share} der gefragten Projekte mit eigener Antwort, verlässlich wird das erst ab ${least}.`,
  },
  map: {
    title: "Wer mit wem in Kontakt steht",
    label: "Netzwerkkarte. Mit den Pfeiltasten gehen Sie von Projekt zu Projekt. Alles steht auch in den Tabellen.",
    working: (percent: string) => `Die Karte wird berechnet: ${percent}`,
    failed: "Die Karte konnte nicht berechnet werden. Alles steht in den Tabellen.",
    read: "Je größer das Zeichen, desto mehr Kontakte. Durchgezogen: beide Seiten nennen den Kontakt. Gestrichelt: nur eine Seite. Hohl: das Projekt hat die Frage nach Kontakten nicht beantwortet. Die Lage hat keine eigene Bedeutung; nahe beieinander liegt, wer gemeinsame Kontakte hat.",
    pick: "Zeigen Sie auf ein Projekt, oder gehen Sie mit den Pfeiltasten durch die Karte.",
    node: (name: string, contacts: string) => `${name}: ${contacts}`,
    contacts: (n: string) => (n === "0" ? "keine Kontakte" : n === "1" ? "1 Kontakt" : `${n} Kontakte`),
    silent: "Hat die Frage nicht beantwortet.",
    both: (names: string) => `Beide nennen den Kontakt: ${names}.`,
    names: (names: string) => `Nennt: ${names}.`,
    named: (names: string) => `Wird genannt von: ${names}.`,
    unknown: "ohne Angabe",
    confirmed: "beide Seiten",
    oneSided: "eine Seite",
    closest: "für beide am engsten",
    close: (names: string) => `Für beide am engsten: ${names}.`,
  },
  matrix: {
    title: "Wer wen nennt",
    region: "Matrix der Kontakte",
    caption: (attribute: string) =>
      `Zeilen nennen Spalten, geordnet nach ${attribute} und Namen. „=“: beide nennen einander. „>“: nur die Zeile nennt die Spalte. „<“: nur die Spalte nennt die Zeile.`,
    closest: "„==“: beide nennen einander und zählen den Kontakt zu ihren engsten.",
    corner: "Projekt",
    large: (most: string) => `Die Matrix zeigen wir bis ${most} Projekte. Alle Kontakte stehen in der Liste.`,
  },
  projects: {
    title: "Projekte und ihre Kontakte",
    caption: "Projekte auf der Karte, die mit den meisten Kontakten zuerst",
    heads: {
      project: "Projekt",
      contacts: "Kontakte",
      named: "von anderen genannt",
      names: "nennt andere",
      confirmed: "bestätigt",
      broker: "vermittelt",
      across: "davon zwischen Gruppen",
      between: "Brücken",
    },
    note: "Vermittelt: So viele Paare aus den eigenen Kontakten haben keinen Kontakt miteinander (Gould und Fernandez 1989). „Zwischen Gruppen“ heißt: Die beiden gehören zu verschiedenen Gruppen des gewählten Merkmals.",
    silent: (name: string) => `${name} (nicht geantwortet)`,
  },
  contacts: {
    title: "Alle Kontakte",
    some: "Kontakte",
    caption: "Kontakte zwischen genannten Projekten, nach Namen",
    heads: {
      a: "Projekt",
      b: "Projekt",
      by: "genannt von",
      first: "Häufigkeit, sagt das erste",
      second: "Häufigkeit, sagt das zweite",
      about: "worum es geht",
      closest: "für beide am engsten",
    },
    both: "beiden",
    onlyFirst: "nur vom ersten",
    onlySecond: "nur vom zweiten",
    yes: "ja",
  },
  files: {
    title: "Als Tabelle herunterladen",
    projects: "Projekte (CSV)",
    contacts: "Kontakte (CSV)",
    note: "Dateien enthalten Namen. Wer widerruft, fehlt in der nächsten Datei: Löschen Sie ältere, und geben Sie sie nicht weiter.",
    names: { projects: "netzwerk-projekte", contacts: "netzwerk-kontakte" },
    heads: {
      from: "nennt",
      to: "wird genannt",
      frequency: "Häufigkeit",
      answered: "hat geantwortet",
      confirmed: "bestätigt",
      kinds: "worum es geht",
      closest: "für beide am engsten",
    },
    yes: "ja",
    no: "nein",
  },
};
