import fc from "fast-check";
import { expect, test } from "vitest";
import { findTraces } from "#app/components/survey/privacy-hint.ts";

const kinds = (text: string) => findTraces(text).map(({ kind, excerpt }) => `${kind}: ${excerpt}`);

test.each([
  ["Frau Yıldız aus dem Jugendamt hat uns sehr geholfen.", "name: Frau Yıldız"],
  ["Wir haben mit Herrn Dr. Petersen gesprochen.", "name: Herrn Dr. Petersen"],
  ["Familie Öztürk wurde über ein Jahr begleitet.", "name: Familie Öztürk"],
  ["Die Lehrerin, Frau K., hat sich gemeldet.", "name: Frau K."],
  ["Besonders Kevin Schulze war schwer zu erreichen.", "name: Kevin Schulze"],
  ["Ahmed Al-Sayed hat die Gruppe verlassen.", "name: Ahmed Al-Sayed"],
  ["Katarzyna Nowak-Meier leitet die Gruppe.", "name: Katarzyna Nowak-Meier"],
  ["Zeynep Kaya und Dmitri Volkov kamen nicht mehr.", "name: Zeynep Kaya", "name: Dmitri Volkov"],
  ["Unser Klient Murat wollte zuerst nicht reden.", "name: Klient Murat"],
  ["Die Mutter von Klient M. rief an.", "name: Klient M."],
  ["Ein junger Mann namens Jason kam über die Schule.", "name: namens Jason"],
  ["Jason (17) kam über die Schule.", "name: Jason (17)"],
  ["Die Beratung von M. K. (17) war schwierig.", "case: M. K. (17)"],
  ["T., 19 Jahre, lebt bei der Großmutter.", "case: T., 19 Jahre"],
  ["Mit S. B. haben wir drei Gespräche geführt.", "name: S. B."],
  ["Ein 17-jähriger Schüler fiel im Unterricht auf.", "case: Ein 17-jähriger Schüler"],
  ["Im März begann eine 19-Jährige mit dem Ausstieg.", "case: eine 19-Jährige"],
  ["Schreiben Sie an jana.koch@example.org, dann klappt es.", "contact: jana.koch@example.org"],
  ["Erreichbar unter 0176 12345678 oder 030/1234567.", "contact: 0176 12345678", "contact: 030/1234567"],
  ["Tel. +49 (0)221 9876-54", "contact: +49 (0)221 9876-54"],
  ["Auf Instagram schreibt er als @wolf_1488 weiter.", "contact: @wolf_1488"],
  ["Das Profil instagram.com/nordfront ist gesperrt.", "contact: instagram.com/nordfront"],
  ["Er wohnt in der Goethestraße 12a.", "address: Goethestraße 12a"],
  ["Treffpunkt ist die Berliner Straße 4.", "address: Berliner Straße 4"],
  ["Das Haus in der Karl-Marx-Allee 33 steht leer.", "address: Karl-Marx-Allee 33"],
  ["Der Laden am Marktplatz 3 ist ein Treffpunkt.", "address: Marktplatz 3"],
  ["Sie kommt aus 18273 Güstrow.", "address: 18273 Güstrow"],
  ["Das Verfahren 123 Js 4567/25 läuft noch.", "case: 123 Js 4567/25"],
  ["Siehe Az. 7 Ls 12/26 am Amtsgericht.", "case: Az. 7 Ls 12/26"],
  ["Aktenzeichen: JA-2025/118", "case: Aktenzeichen: JA-2025/118"],
  ["Wir führen ihn unter Fallnummer 2026-014.", "case: Fallnummer 2026-014"],
  ["Er ist geb. am 12.03.2008 und lebt allein.", "date-of-birth: geb. am 12.03.2008"],
  ["Geboren im Jahr 2007, zwei Geschwister.", "date-of-birth: Geboren im Jahr 2007"],
  ["Geburtsdatum: 3. Mai 2009", "date-of-birth: Geburtsdatum: 3. Mai 2009"],
])("%s", (text, ...expected) => {
  expect(kinds(text)).toEqual(expected);
});

test.each([
  "Wir haben zu wenig Zeit für Nachsorge, und die Förderung ist bis 31.12.2026 befristet.",
  "Die Zusammenarbeit mit Jugendamt, Polizei und Schulsozialarbeit läuft gut.",
  "Im Bereich Rechtsextremismus begleiten wir 14- bis 27-Jährige und ihre Familien.",
  "Die 14-jährigen Jugendlichen erreichen wir kaum, die 20-Jährigen schon.",
  "Eine 10-jährige Zusammenarbeit ist für uns die Ausnahme; unser 5-jähriges Bestehen feiern wir im Mai.",
  "Der Bundesverband, die Landeskoordination und das Netzwerk unterstützen uns.",
  "Auf Platz 1 steht die Supervision, auf Platz 2 die Fortbildung.",
  "Ein eigener Weg 2 wäre, die Beratung im Haus anzubieten.",
  "Es fehlt ein Therapieplatz 2026, und ein Ausbildungsplatz 3 ist unbesetzt.",
  "Rund 12500 Euro fehlen für 2026; der Träger hat 45000 Euro Eigenmittel.",
  "Im Jahr 2025 gab es 10500 Aufrufe und 12345 Kontakte.",
  "Von 08:00 bis 16:30 Uhr, z. B. am Dienstag, sind wir erreichbar.",
  "Bitte z. B. (17 Personen) im Kurs zulassen, d. h. u. a. auch Angehörige.",
  "Frau und Mann werden getrennt beraten; die Frau hat oft andere Themen.",
  "In der Familie fehlt die Unterstützung, Familie und Beruf sind schwer zu vereinbaren.",
  "Frau, Leben, Freiheit war das Motto der Demonstration.",
  "Wir müssen Ernst machen mit der Verstetigung und die Lage ernst nehmen.",
  "Die Konrad-Adenauer-Stiftung und die Amadeu Antonio Stiftung fördern uns.",
  "Die Anne Frank Schule und das Paul-Gerhardt-Haus sind Kooperationspartner.",
  "Die Karl Marx Straße ist ein Treffpunkt; in der Robert-Bosch-Schule fand der Workshop statt.",
  "Ein Master (M. A.) oder Bachelor (B. A.) Soziale Arbeit wird verlangt.",
  "Nach § 8a SGB VIII, § 203 StGB und Art. 6 DSGVO arbeiten wir mit Einwilligung.",
  "Paragraf 1666 BGB, Abs. 2, kommt in 3 von 20 Fällen vor.",
  "Die Quote lag bei 0,05 % (n = 1200), im Vorjahr bei 3,75 %.",
  "Ausschreibung 2025/2026, Laufzeit 01.01.2025–31.12.2028.",
  "Kolleg*innen, Berater:innen und Teilnehmer_innen wünschen sich Supervision.",
  "Die Klientin hat den Kontakt abgebrochen, der Klient kam wieder.",
  "Jugendliche aus Brandenburg, Sachsen und Mecklenburg-Vorpommern nehmen teil.",
  "Unser Standort Halle (Saale) deckt Sachsen-Anhalt Süd ab.",
  "Das Modul 3 und der Baustein 2 der Fortbildung waren hilfreich.",
  "Im Landkreis Vorpommern-Greifswald fehlen Angebote, in Rostock auch.",
  "Herr oder Frau gibt es in unserem Formular nicht mehr.",
  "Das Monitoring 3 wurde im Ring 2 der Evaluation ausgewertet.",
  "Violence Prevention Network, Grüner Vogel und Legato sind Partner.",
  "Wir wurden 2015 gegründet und haben seit dem 01.03.2015 feste Stellen.",
  "Wir bieten Beratung per Video, Telefon und Chat (24 Stunden) an.",
  "Der Islam wird in den Medien oft falsch dargestellt, der Islam Diskurs ist verengt.",
  "Das Christian Projekt gibt es nicht; christliche Träger schon.",
  "Mit dem Land NRW, dem BMFSFJ und der bpb gibt es Gespräche.",
  "Jede Woche 2 Termine, im Quartal 3 Netzwerktreffen, alle 6 Monate Klausur.",
])("nothing in: %s", (text) => {
  expect(kinds(text)).toEqual([]);
});

test("what it finds stands in the text, in its order, and any text is read quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const read = text.normalize("NFC").replaceAll(/[\u00a0\u202f\t]/g, " ");
      let at = 0;
      for (const { excerpt } of findTraces(text)) {
        const next = read.indexOf(excerpt, at);
        expect(next).toBeGreaterThanOrEqual(at);
        at = next + excerpt.length;
      }
    }),
  );
});

test("patterns do not run on: long texts of one kind of letter end", () => {
  for (const part of ["A-", "a", "Aa ", "0 ", "Frau ", "A.", "@a", "Kevin ", "straße", "12345 ", "a.a@"]) {
    expect(Array.isArray(findTraces(part.repeat(20_000)))).toBe(true);
  }
});
