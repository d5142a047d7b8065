/** Words that the sample network is named with. All are invented; likeness with an existing project or person is chance. */

const words = (text: string) => text.trim().split(/\s+/);

/** Follow "Beispielprojekt": one per sample project. */
export const projectNames = words(`
  Nordlicht Kompass Ankerplatz Weitblick Uferweg Brückenpfeiler Lotsenboot Haltestelle Wegkreuz Rückenwind
  Leuchtboje Zwischenraum Fährmann Lichtung Kieselstein Wendekreis Treppenhaus Hafenlicht Seitenweg Neuland
  Wellenbrecher Quellgrund Steinbogen Aufwind Horizont Wegzeichen Trittstein Schlüsselbund Sommerbrücke Sonnenuhr
  Talblick Weidenkorb Federleicht Grünspan Himmelsleiter Wanderstab Feldrain Moosgarten Eisvogel Kranichzug
  Silberdistel Haselnuss Ahornblatt Birkenhain Kastanie Wacholder Löwenzahn Schlehe Holunder Farnkraut
  Sanddorn Ginster Seerose Zugvogel Schwalbennest Zaunkönig Rotkehlchen Feldlerche Steinadler Buntspecht
  Regenbogenforelle Glühwurm Libelle Ameisenpfad Bienenkorb Igelhaus Fuchsbau Biberdamm Otterfluss Luchsspur
  Morgentau Abendruhe Nebelfrei Klarsicht Windrose Wetterleuchten Regenpause Sonnenseite Halbmond Sternwarte
  Polarstern Siebengestirn Mittagslinie Breitengrad Meridian Seekarte Peilung Kursbuch Fahrplan Gleiswechsel
  Weichenstellung Zwischenhalt Umsteigen Bahnsteig Rundweg Serpentine Passhöhe Gipfelbuch Talstation Seilschaft
  Basislager Rastplatz Feuerstelle Brunnenhof Torbogen Fensterplatz Dachgarten Werkbank Setzkasten Drehscheibe
  Zirkel Lotwaage Wasserwaage Scharnier Stellwerk Nadelöhr Bindfaden Webrahmen Mosaik Farbpalette
`);

/** Follow "Beispielträger": by legal form, so that name and form agree. Needs as many as data/mix.ts gives each form. */
export const organisationNames = {
  verein: words(`
    Brückenbau Wegmarke Lichtblick Rückhalt Ausblick Fährhaus Seitenwechsel-Nord Miteinander-Mitte Gegenwind Zwischentöne
    Offenland Querweg Gradmesser Standbein Spielraum Aufbruchstelle Klangraum Tiefgang Wurzelwerk Hafenkante
    Sichtachse Dialograum Gleichgewicht Landmarke Weichenhaus
  `).map((name) => `${name} e. V.`),
  ggmbh: words(
    "Perspektivhaus Lotsendienst Übergang Startpunkt Werkstatt-Vielfalt Sozialkontor Bildungsbogen Wegwerk Jugendhof",
  ).map((name) => `${name} gGmbH`),
  wohlfahrt: words("Nordmark Südhang Westufer Ostwald Mittelland").map((name) => `Wohlfahrtsverband ${name} e. V.`),
  kommune: ["Stadt Musterfurt", "Landkreis Beispielwald", "Stadt Probsthausen-Muster"],
  staat: ["Landesstelle Musterland", "Justizdienst Beispielland"],
  hochschule: ["Hochschule Musterwald"],
} as const;

/** Given names as they stand in a German office of today; no name is meant to stand for a phenomenon. */
export const givenNames = {
  female: words(`
    Anna Katrin Sabine Julia Leonie Miriam Aylin Elif Fatma Samira Leyla Nadia Olga Svetlana Magda Agnieszka Ana Thị-Mai
    Hannah Johanna Franziska Heike Birgit Ronja Nele Amina Yasemin Zeynep Dilan Rojin Mariam Sara Ioana Milena Jelena
    Chiara Lucía Grace Abena Noor Hêlîn Esra Carla Ulrike Petra Svenja Merle Theresa Paula
  `),
  male: words(`
    Jonas Stefan Thomas Lukas Felix Malte Emre Murat Deniz Karim Yusuf Hassan Omar Dmitri Sergej Paweł Marek Ivan Minh
    Andreas Michael Matthias Henning Torben Ole Jannis Bilal Tarek Serkan Baran Reza Arash Luca Matteo Kofi Samuel
    Aleksandar Miloš Florian Sebastian Georg Rainer Holger Anton Benedikt Moritz Vincent Ali Jakob David
  `),
  neutral: words("Kim Robin Alex Toni Sascha Luca-Marie Jona Mika Charlie Noa"),
} as const;

/** Family names of the sample projects' teams. */
export const familyNames = words(`
  Müller Schmidt Schneider Weber Wagner Becker Hoffmann Schäfer Koch Bauer Richter Wolf Schröder Neumann Schwarz
  Zimmermann Braun Krüger Hartmann Lange Werner Krause Lehmann Köhler Maier König Huber Kaiser Fuchs Scholz
  Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Nowak Kowalski Wiśniewska Lewandowski Petrov
  Ivanova Sokolov Popescu Horvat Jovanović Marković Nguyen Tran Haddad Mansour Khalil Rahimi Hosseini Ahmadi Osei
  Mensah Diallo Rossi Ferrari García Fernández Silva Papadopoulos Berisha Krasniqi Hansen Petersen Janssen de-Vries
  Brandt Vogt Seidel Lorenz Winter Sommer Engel Pohl Thiele Ernst Kuhn Böhm Sauer Arnold Voigt Grimm Ott Jahn
`);

/** Family names of the people in the consortium: invented words, lest a real colleague seem to be meant. */
export const inventedFamilyNames = words(
  "Sonnfeld-Beispiel Talbrück-Beispiel Wiesgrund-Beispiel Seeufer-Beispiel Lindwald-Beispiel Steinweg-Beispiel Birkhain-Beispiel Heidweg-Beispiel Moorbach-Beispiel Kornfeld-Beispiel Waldrand-Beispiel Fährgrund-Beispiel",
);
