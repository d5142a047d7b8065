import { surveyLocalization } from "survey-core";
import "survey-core/i18n/german";

/**
 * survey-core's German texts, as far as people who answer can meet them and as far as they were made by a machine, informal,
 * clumsy, or meant for developers. Formal address, short sentences, German quotation marks and a space before "…".
 */
export const germanTexts: Readonly<Record<string, string>> = {
  startSurveyText: "Beginnen",
  commentText: "Ihre Anmerkung",
  otherItemText: "Sonstiges (bitte angeben)",
  noneItemText: "Nichts davon",
  refuseItemText: "Möchte ich nicht angeben",
  dontKnowItemText: "Weiß ich nicht",
  deselectAllItemText: "Auswahl aufheben",
  panelDynamicTabTextFormat: "Eintrag {panelIndex}",
  questionsProgressText: "{0} von {1} Fragen beantwortet",
  emptySurvey: "Dieser Fragebogen enthält keine Fragen.",
  completingSurvey: "Vielen Dank für Ihre Antworten.",
  completingSurveyBefore: "Sie haben diesen Fragebogen bereits ausgefüllt.",
  loadingSurvey: "Der Fragebogen wird geladen …",
  placeholder: "Bitte auswählen …",
  ratingOptionsCaption: "Bitte bewerten …",
  buttongroupOptionsCaption: "Bitte auswählen …",
  requiredErrorInPanel: "Bitte beantworten Sie mindestens eine dieser Fragen.",
  requiredInAllRowsError: "Bitte geben Sie in jeder Zeile eine Antwort.",
  eachRowUniqueError: "Bitte geben Sie in jeder Zeile eine andere Antwort.",
  numericError: "Bitte geben Sie eine Zahl ein.",
  minError: "Der Wert darf nicht kleiner als {0} sein.",
  stepError: "Bitte geben Sie einen Wert in Schritten von {0} ein.",
  maxError: "Der Wert darf nicht größer als {0} sein.",
  invalidInputError: "Diese Eingabe ist ungültig.",
  textNoDigitsAllow: "Bitte geben Sie keine Ziffern ein.",
  incompletePatternError: "Bitte vervollständigen Sie Ihre Eingabe.",
  textMaxLength: "Bitte geben Sie höchstens {0} Zeichen ein.",
  textMinMaxLength: "Bitte geben Sie mindestens {0} und höchstens {1} Zeichen ein.",
  minRowCountError: "Bitte füllen Sie mindestens {0} Zeile(n) aus.",
  minSelectError: "Bitte wählen Sie mindestens {0} Antwort(en) aus.",
  maxSelectError: "Bitte wählen Sie höchstens {0} Antwort(en) aus.",
  numericMinMax: "„{0}“ muss zwischen {1} und {2} liegen.",
  numericMin: "„{0}“ muss mindestens {1} sein.",
  numericMax: "„{0}“ darf höchstens {1} sein.",
  invalidExpression: "Bitte prüfen Sie diese Angabe.",
  urlRequestError: "Die Auswahl konnte nicht geladen werden.",
  urlGetChoicesError: "Die Auswahl konnte nicht geladen werden.",
  fileSizeUnits: "Byte, KB, MB, GB, TB",
  exceedMaxFiles: "Sie können höchstens {0} Datei(en) hochladen.",
  noUploadFilesHandler: "Hier können keine Dateien hochgeladen werden.",
  otherRequiredError: "Bitte beschreiben Sie, was Sie meinen.",
  uploadingFile: "Bitte warten Sie, bis Ihre Datei hochgeladen ist.",
  loadingFile: "Wird hochgeladen …",
  chooseFile: "Datei(en) auswählen …",
  filePlaceholder: "Ziehen Sie eine Datei hierher oder wählen Sie eine aus.",
  confirmDelete: "Möchten Sie diesen Eintrag löschen?",
  keyDuplicationError: "Diese Angabe darf nur einmal vorkommen.",
  noRowsText: "Es gibt noch keine Zeilen.",
  addPanel: "Eintrag hinzufügen",
  choices_Item: "Antwort",
  choices_Choice: "Antwort",
  savingData: "Ihre Antworten werden gespeichert …",
  savingDataError: "Ihre Antworten konnten nicht gespeichert werden.",
  savingDataSuccess: "Ihre Antworten sind gespeichert.",
  saveAgainButton: "Erneut versuchen",
  timerSpentAll: "Sie haben {0} auf dieser Seite und insgesamt {1} verbracht.",
  timerSpentPage: "Sie haben {0} auf dieser Seite verbracht.",
  timerSpentSurvey: "Sie haben insgesamt {0} gebraucht.",
  timerLimitAll: "Sie haben {0} von {1} auf dieser Seite und insgesamt {2} von {3} verbracht.",
  timerLimitPage: "Sie haben {0} von {1} auf dieser Seite verbracht.",
  clearCaption: "Angabe löschen",
  takePhotoCaption: "Foto aufnehmen",
  photoPlaceholder: "Nehmen Sie mit der Schaltfläche unten ein Foto auf.",
  fileOrPhotoPlaceholder: "Ziehen Sie eine Datei hierher, wählen Sie eine aus oder nehmen Sie ein Foto auf.",
  removeFileCaption: "Datei entfernen",
  confirmRemoveFile: "Möchten Sie diese Datei entfernen: {0}?",
  confirmRemoveAllFiles: "Möchten Sie alle Dateien entfernen?",
  filterStringPlaceholder: "Suchbegriff eingeben …",
  emptyMessage: "Keine Einträge vorhanden",
  loadingPage: "Wird geladen …",
  loadingData: "Wird geladen …",
  noEntriesText: "Es gibt noch keine Einträge.\nMit der Schaltfläche unten fügen Sie einen hinzu.",
  tabTitlePlaceholder: "Neuer Eintrag",
  tagboxDoneButtonCaption: "Fertig",
  selectToRankEmptyRankedAreaText: "Alle Antworten sind eingeordnet.",
  selectToRankEmptyUnrankedAreaText: "Hier stehen die Antworten, die Sie auswählen.",
  createCustomItem: "„{0}“ hinzufügen …",
  progressbar: "Fortschritt",
};

/** Overwrites survey-core's German texts by ours; in the browser and on the server alike. */
function correctGermanTexts(): void {
  Object.assign(surveyLocalization.locales.de, germanTexts);
}

/** Makes German the language of `default` texts, corrected. Global to the process: once at start, never per request. */
export function installGerman(): void {
  surveyLocalization.defaultLocale = "de";
  correctGermanTexts();
}
