const imprint = `
Diese Installation hat noch kein Impressum. **Der Betreiber muss es hinterlegen, bevor andere sie benutzen.**

## Was hier stehen muss

- Name und Anschrift des Betreibers, bei Vereinen und Gesellschaften auch die Rechtsform
- wer ihn vertritt
- E-Mail-Adresse und Telefonnummer
- Register und Registernummer, wenn es sie gibt
- Umsatzsteuer-Identifikationsnummer, wenn es sie gibt
- wer für redaktionelle Inhalte verantwortlich ist (§ 18 Absatz 2 MStV)

## Wo der Text hinterlegt wird

In der Datei \`imprint.de.md\` im Ordner, den die Einstellung \`LEGAL_DIR\` nennt. Die englische Fassung heißt \`imprint.en.md\`.
`;

const privacy = `
Diese Seite beschreibt, welche personenbezogenen Daten Praxisspiegel verarbeitet.

**Der Betreiber ergänzt:** verantwortliche Stelle und Datenschutzbeauftragte mit Kontakt, die Rechtsgrundlagen, die Dienstleister für Server und E-Mail sowie die Aufbewahrungsfristen. Der Text wird in \`privacy.de.md\` im Ordner aus \`LEGAL_DIR\` hinterlegt.

## Was über Sie gespeichert ist

- Ihr Konto: Name, E-Mail-Adresse, Sprache, Ihre Rollen und Projekte. Ändern Sie die Adresse, bleibt die bisherige eine Woche gespeichert.
- Ihre Antworten: was Sie und Ihr Team in einen Antwortbogen eintragen, und zu jeder Änderung der Zeitpunkt und die Person. Was bis zum Ende einer Erhebung nicht eingereicht ist und was Ihr Team sich an Fragen geschrieben hat, wird 180 Tage nach dem Ende gelöscht. Einen eingereichten Bogen löscht die Koordination auf Ihren Wunsch. Zusammengefasste Zahlen, die es dann schon gibt, bleiben.
- Ihre Fragen zur Erhebung: was Sie die Koordination fragen und was sie antwortet. Ihr Team liest beides mit. Eine Antwort aus dem Fragebogen geht nicht mit.
- Ein Protokoll: wer wann welchen Schritt getan hat, zum Beispiel sich anmelden oder einen Antwortbogen einreichen. Darin stehen Kennungen und Vorgänge, keine Antworten und keine Adressen.
- Wir suchen, wir bieten: was eine Projektleitung einträgt, und wer es wann eingetragen hat. Das lesen Projekte, die selbst einen Eintrag haben, und die Steuerungsgruppe. Wer ein anderes Projekt anfragt, zeigt dessen Leitung den eigenen Namen und die Mailadresse. Ersetzte und zurückgezogene Einträge, die von ausgeschiedenen Projekten und Anfragen werden nach 180 Tagen gelöscht.
- Maßnahmen: wer im Konsortium für eine Maßnahme verantwortlich ist und wer sie wann geändert hat. Das lesen Steuerungsgruppe, Koordination und wer auswertet. Projekte sehen keine Namen.
- Anmerkungen zu Auswertungen: was jemand aus Koordination, Steuerungsgruppe oder Auswertung zu einer Zahl schreibt, wann, an wen es gerichtet ist und wer es für erledigt erklärt hat. Das lesen nur diese drei. Anmerkungen bleiben so lange wie die Auswertung, zu der sie gehören. Ihre eigene nehmen Sie jederzeit zurück: Dann ist ihr Text mit allen früheren Fassungen gelöscht. Zu sehen bleibt, dass dort etwas stand, wann und von wem.
- E-Mails: zu welchem Vorgang eine E-Mail erzeugt wurde und ob sie verschickt ist. Ihr Text und Ihre Adresse stehen nicht dabei.

## Wer was sieht

- **Ihr Projektteam** sieht alle Antworten des eigenen Projekts, wer sie geändert hat und wer zum Team gehört. Ihre Adresse sieht dort nur die Projektleitung.
- **Die Koordination** sieht, welche Projekte eingeladen sind und welche eingereicht haben. Die Antworten zeigt ihr die Anwendung nicht.
- **Wer auswertet,** kann Antwortbögen abgeschlossener Erhebungen einzeln abrufen, unter einem Pseudonym. Bei namentlichen Erhebungen geht es auch mit den Namen der Projekte, die zugestimmt haben. Jeder Abruf wird begründet und steht auf der Seite Ihres Teams.
- **Die Steuerungsgruppe** sieht Auswertungsstände: zusammengefasste Kennzahlen. Aufgeschlüsselt wird nur nach Gruppen, in denen genügend Projekte verschiedener Träger geantwortet haben. Bei namentlichen Erhebungen steht vor der ersten Frage, was mit Namen gezeigt wird.
- **Wer die Server verwaltet,** kann technisch auf die Datenbank zugreifen. Der Betreiber regelt, wer das ist.

## Wie die Anmeldung funktioniert

Es gibt keine Passwörter. Sie bekommen eine E-Mail mit einem Link und einem Code, die 15 Minuten gelten. Gespeichert werden davon nur Prüfwerte. Eine Anfrage wird nach einem Tag gelöscht. Die Anmeldung selbst endet nach 8 Stunden ohne Nutzung, spätestens nach 7 Tagen, oder wenn Sie sich abmelden.

## Cookies

Praxisspiegel setzt nur Cookies, ohne die es nicht funktioniert. Auf verschlüsselten Seiten beginnen die ersten beiden Namen mit \`__Host-\`.

- \`session\`: hält Sie angemeldet, höchstens 7 Tage
- \`sign-in\`: bindet Link und Code an den Browser, der sie angefordert hat, eine Stunde
- \`sprache\`: merkt sich die Sprache, die Sie gewählt haben, ein Jahr
- \`behalten\`: merkt sich, dass auf diesem Gerät nichts behalten werden soll, ein Jahr

Für die Dauer Ihres Besuchs merkt sich der Browser, wie weit eine Seite gescrollt war. Dieser Wert bleibt bei Ihnen.

## Was auf Ihrem Gerät liegt

Damit Sie auch ohne Verbindung weiterarbeiten können, behält Ihr Browser Fragebögen, die Sie gemeinsam mit anderen ausfüllen, und Änderungen, die noch nicht gesendet sind. Beim Abmelden wird das gelöscht. Wenn auf einem Gerät nichts behalten werden soll, wählen Sie das unter dem Fragebogen mit einem Klick. Von anonymen Erhebungen wird nie etwas länger behalten, als das Fenster offen ist.

## Keine Beobachtung

Es gibt keine Statistik über Besuche, keine Werbung und keine eingebundenen Dienste. Schriften, Bilder und Programme kommen von diesem Server. Ihr Browser fragt beim Lesen dieser Seiten keinen anderen.

## IP-Adressen

Praxisspiegel speichert keine IP-Adressen. Um massenhafte Anfragen zu begrenzen, zählt es bei der Anmeldung Versuche je Netz. Dazu wird die Adresse gekürzt und in einen Prüfwert umgerechnet, aus dem sie ohne den geheimen Schlüssel dieser Installation nicht zu lesen ist. Ebenso wird je eingegebener E-Mail-Adresse gezählt. Die Zähler werden nach etwa einer Stunde gelöscht. Vorgeschaltete Server des Betreibers können eigene Protokolle führen.

## Ihre Rechte

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung, Datenübertragbarkeit und Widerspruch. Was über Sie gespeichert ist, laden Sie in Ihrem Konto als Datei herunter. Dort berichtigen Sie auch Name und Adresse. Eine Einwilligung können Sie jederzeit widerrufen. Wenden Sie sich dazu an den Betreiber. Hat Ihr Projekt zugestimmt, in einer namentlichen Erhebung genannt zu werden, widerruft die Projektleitung das selbst: auf der Seite mit den eingereichten Antworten, auch nach dem Ende der Erhebung. Der Widerruf mit Zeitpunkt und Person bleibt gespeichert, und die Koordination sieht ihn, damit der Name auch aus dem verschwindet, was es schon gibt. Sie können sich auch bei einer Datenschutz-Aufsichtsbehörde beschweren.
`;

const accessibility = `
Diese Erklärung gilt für Praxisspiegel. Maßstab sind das Behindertengleichstellungsgesetz (BGG), die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und die Norm EN 301 549 mit den Web Content Accessibility Guidelines (WCAG) 2.1, Stufe AA.

## Stand der Vereinbarkeit

Praxisspiegel ist mit diesen Anforderungen **teilweise vereinbar**. Die Einschätzung ist eine Selbstbewertung. Alle Seiten werden vor jeder Veröffentlichung maschinell geprüft, auf Deutsch und Englisch, hell und dunkel, auf schmalen und breiten Bildschirmen. Eine Prüfung durch eine unabhängige Stelle und durch Menschen mit Behinderungen steht noch aus.

## Nicht barrierefreie Inhalte

- Erklärungen in Leichter Sprache und in Deutscher Gebärdensprache fehlen noch.
- Fragebogen: Einige seltene Fragetypen, etwa Unterschriftenfelder und Bildkarten, sind nur mit Einschränkungen ohne Maus zu bedienen. Die mitgelieferten Fragebögen verwenden sie nicht.
- Diagramme: Für Hilfstechnik sind sie nicht im Einzelnen beschrieben. Zu jedem Diagramm gibt es eine Tabelle mit denselben Zahlen.

## Erstellung dieser Erklärung

Diese Erklärung wurde im November 2026 erstellt und gilt für die mitgelieferte Fassung der Software. **Der Betreiber prüft sie jährlich** und hinterlegt seine eigene in \`accessibility.de.md\` im Ordner aus \`LEGAL_DIR\`.

## Barrieren melden

Sind Ihnen Barrieren aufgefallen? Schreiben Sie an die Kontaktadresse im [Impressum](/impressum). Nennen Sie bitte die Seite und das Problem.

## Schlichtungsverfahren

Öffentliche Stellen des Bundes nehmen am Verfahren der Schlichtungsstelle nach § 16 BGG teil. Ist Ihre Anfrage nicht zufriedenstellend beantwortet, können Sie sich dorthin wenden. Das Verfahren ist kostenlos, Sie brauchen keinen Rechtsbeistand: Schlichtungsstelle nach dem Behindertengleichstellungsgesetz, Mauerstraße 53, 10117 Berlin, [info@schlichtungsstelle-bgg.de](mailto:info@schlichtungsstelle-bgg.de), [www.schlichtungsstelle-bgg.de](https://www.schlichtungsstelle-bgg.de). Ob das Verfahren für diese Installation gilt, stellt der Betreiber klar.
`;

export const legal = {
  imprint: { title: "Impressum", text: imprint },
  privacy: { title: "Datenschutz", text: privacy },
  accessibility: { title: "Erklärung zur Barrierefreiheit", text: accessibility },
  otherLanguage: "Diesen Text gibt es hier nur auf Englisch.",
};
