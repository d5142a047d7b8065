/**
 * Given names that are common in Germany, of people whose families came from anywhere. Common knowledge, put together by
 * hand. Names that are everyday words of German, too, are left out or stand in `ambiguousNames`.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `
  Adam Adnan Adrian Ahmad Ahmed Ahmet Aleksander Aleksandra Alexander Alexandra Alexej Ali Alina Alisa Amina Amir Amira Anastasia
  Andrea Andreas Andrej Angela Angelika Anja Anna Anne Annette Annika Anton Antonia Arda Arne Artur Arthur Aylin Ayse Ayşe Aziz
  Barbara Bartosz Bastian Beate Ben Benedikt Benjamin Berat Bernd Bernhard Betül Bettina Bilal Birgit Björn Boris Brigitte Burak
  Can Carina Carl Carla Carlos Carola Carolin Caroline Carsten Cem Cemal Charlotte Chiara Christa Christiane Christina Christine
  Christoph Christopher Claudia Claus Clara Cornelia
  Dagmar Daniel Daniela Dariusz David Deniz Dennis Denis Dieter Dilara Dirk Dmitri Dominik Doris Dorota
  Eda Edith Egor Ela Elena Elif Elias Elisa Elisabeth Elke Ella Emil Emilia Emily Emine Emma Emre Enes Eren Eric Erik Erika Esra
  Eva Ewa Eymen
  Fabian Fadi Fadime Farid Fatima Fatma Fatih Felix Ferhat Fiona Finn Florian Florentine Franz Franziska Frieda Friedrich Furkan
  Gabriele Gabriela Georg Gerd Gerhard Gertrud Giovanni Gisela Gregor Grzegorz Gudrun Günter Günther Gustav
  Hakan Halil Hamza Hannah Hanna Hannes Hans Harald Hasan Hassan Hatice Heike Heiko Heiner Heinrich Heinz Helena Helga Helmut
  Hendrik Henri Henrik Herbert Hermann Hilal Holger Horst Hüseyin Hussein Huseyin
  Ibrahim İbrahim Igor Ilja Ilse Imran Ina Ines Inga Inge Ingo Ingrid Irina Iris Isabel Isabell Isabella Ismail Ivan Iwan
  Jakob Jakub Jamal Jan Jana Janina Janine Jannik Jannis Jasmin Jason Jennifer Jens Jessica Joachim Jochen Johann Johanna Johannes
  Jonas Jonathan Joris Josef Joseph Julia Julian Juliane Julius Jürgen Justin Jutta
  Kamil Karim Karin Karina Karl Karolina Karsten Katarina Katarzyna Katharina Kathrin Katja Katrin Kemal Kerem Kerstin Kevin Khaled
  Khalid Kirsten Klara Klaus Konrad Konstantin Kristina Krzysztof Kübra Kurt
  Lara Larissa Lars Laura Laurin Lea Leah Lena Leni Lennard Lennart Leon Leonard Leonie Leyla Lia Lieselotte Lina Linda Lisa Louis
  Louisa Luca Luis Luisa Lukas Lucas Luka Lutz
  Maciej Magdalena Mahmoud Mahmut Maja Małgorzata Malgorzata Malte Mandy Manfred Manuel Manuela Marc Marcel Marcin Marco Marcus
  Marek Maria Marian Marie Marina Mario Marion Markus Marlene Marlon Martha Martin Martina Marwan Maryam Mateusz Mathias Matteo
  Matthias Maurice Max Maximilian Mehmet Melanie Melina Merle Merve Mia Michael Michaela Michał Michail Mikail Mila Milan Mina
  Mira Miriam Mirko Mohamad Mohamed Mohammad Mohammed Monika Moritz Muhammed Murat Mustafa
  Nadia Nadine Nadja Nasser Natalia Natalie Natascha Nele Nico Nicole Niklas Nikolai Nils Nina Noah Noel Nora Norbert Nour Nur
  Olaf Oleg Olga Oliver Olivia Omar Ömer Onur Orhan Oskar Osman Otto
  Pascal Patricia Patrick Paul Paula Pauline Pawel Paweł Peggy Peter Petra Philipp Philip Pia Piotr
  Rabia Raffael Rainer Ralf Ralph Ramazan Rami Ramona Raphael Rashid Rebecca Recep Regina Reinhard Renate Rene René Ricardo Rita
  Robert Robin Roland Rolf Roman Romy Ronja Ronny Rüdiger Rukiye Ruslan Ruth
  Sabine Sabrina Said Salim Sami Samir Samira Samuel Sandra Sandro Sandy Sara Sarah Sascha Saskia Sebastian Selim Selin Selina
  Semra Serap Sergej Serkan Sibel Siegfried Sigrid Silke Silvia Simon Simone Sina Sinan Sofia Sofie Sophia Sophie Stefan Stefanie
  Steffen Stephan Stephanie Süleyman Susanne Svenja Svetlana Swetlana Sven Sylvia
  Tamara Tanja Tarek Tatjana Thea Theo Theodor Theresa Thomas Thorsten Tilo Tim Timo Timur Tobias Tom Tomasz Torben Torsten Tuğba
  Tugba Tuna
  Udo Ulrich Ulrike Umut Ursula Ute Uwe
  Valentin Valentina Valeria Vanessa Vera Veronika Viktor Viktoria Vincent Vivien Volker Volkan
  Waltraud Werner Wiebke Wilhelm Wladimir Wolfgang
  Yannick Yannik Yara Yasemin Yasin Yasmin Yousef Youssef Yunus Yusuf Yvonne
  Zeynep Zehra Zainab Zuzanna
  `
    .trim()
    .split(/\s+/),
);

/** Names that are words, towns or brands, too: they count beside a surname or an age only. */
export const ambiguousNames: ReadonlySet<string> = new Set([
  ...["Can", "Christian", "Ernst", "Frank", "Frieda", "Heide", "Jo", "Kai", "Kim", "Mark", "Max", "Mercedes", "Mila"],
  ...["Nuri", "Rocco", "Rosa", "Said", "Sinan", "Wolf"],
]);
