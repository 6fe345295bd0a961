"""What of the RGAA is tried, criterion by criterion, and what is known to fail.

The one list: the page « Accessibilité » shows it, and ``tests/web/test_rgaa_list.py`` holds that
each criterion has its named test in a browser, and each test its criterion. Trying is no audit.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TriedCriterion:
    """A criterion of RGAA 4.1 by its ``number`` (« 3.2 »), and what is looked at (a msgid)."""

    number: str
    looked_at: str

    @property
    def theme(self) -> int:
        """The number of its theme, 1 to 13."""
        return int(self.number.partition(".")[0])


THEMES = {
    1: "Images",
    2: "Cadres",
    3: "Couleurs",
    5: "Tableaux",
    6: "Liens",
    7: "Scripts",
    8: "Éléments obligatoires",
    9: "Structuration",
    10: "Présentation",
    11: "Formulaires",
    12: "Navigation",
    13: "Consultation",
}
"""The themes of RGAA 4.1 that have a criterion here."""

TRIED: tuple[TriedCriterion, ...] = tuple(
    TriedCriterion(number, looked_at)
    for number, looked_at in (
        ("1.1", "Les images qui informent ont une alternative."),
        ("1.2", "Les images de décoration sont ignorées par les lecteurs d’écran."),
        ("1.3", "Les alternatives des images sont des mots pour tous."),
        ("2.1", "Le cadre à intégrer a un titre, dans le code à copier aussi."),
        ("3.1", "Rien n’est dit par la couleur seule."),
        ("3.2", "Le texte se détache de son fond, en clair et en sombre."),
        ("3.3", "Le bord des champs se détache de son fond, en clair et en sombre."),
        ("5.6", "Les tableaux de données ont des en-têtes."),
        ("5.7", "Les en-têtes de tableaux sont liés à leurs cellules."),
        ("6.1", "L’intitulé des liens dit où ils mènent."),
        ("7.1", "Ce qui agit a un nom et un rôle pour les aides techniques."),
        ("7.3", "Tout se fait au clavier\u00a0: filtrer, ouvrir une fiche, ajouter, fermer."),
        ("7.5", "Le nombre de résultats et «\u00a0ajouté\u00a0» sont annoncés."),
        ("8.3", "Chaque page dit sa langue."),
        ("8.5", "Chaque page a un titre."),
        ("8.6", "Les titres distinguent les pages."),
        ("8.7", "Ce qui est dans une autre langue le dit."),
        ("9.1", "Les titres des parties se suivent."),
        ("10.4", "Le texte grossi deux fois reste lisible."),
        ("10.7", "La prise de focus se voit."),
        ("10.8", "Ce qui est caché ne reçoit pas le focus."),
        ("10.11", "Chaque page tient dans 320 pixels sans défiler de côté."),
        ("10.12", "Des espacements plus larges ne coupent aucun texte."),
        ("10.13", "Une bulle d’aide reste, et se ferme au clavier."),
        ("11.1", "Chaque champ a une étiquette."),
        ("11.2", "Les étiquettes disent ce qui est attendu."),
        ("11.10", "Une saisie refusée est dite, avec ce qui est attendu."),
        ("11.11", "Une saisie refusée vient avec une proposition."),
        ("11.12", "Ce qui est retiré d’une liste peut être remis."),
        ("11.13", "Un champ sur la personne qui écrit dit à quoi il sert."),
        ("12.6", "Les zones communes aux pages s’atteignent."),
        ("12.7", "Un lien d’évitement mène au contenu."),
        ("12.8", "L’ordre de tabulation suit la lecture."),
        ("12.9", "Le clavier n’est retenu nulle part."),
        ("12.10", "Aucun raccourci d’une seule touche n’agit sans avoir été demandé."),
        ("12.11", "Ce qui apparaît s’atteint au clavier."),
        ("13.3", "Les documents PDF sont balisés, avec titre et langue."),
        ("13.8", "Rien ne bouge ni ne clignote plus de cinq secondes."),
        ("13.9", "La page se lit dans les deux orientations."),
        ("13.10", "Aucun geste complexe n’est demandé."),
        ("13.11", "Une action au pointeur s’annule en relâchant ailleurs."),
    )
)

KNOWN_TO_FAIL: tuple[str, ...] = (
    (
        "Les flèches des listes à choix et les tracés de la carte ne sont pas masqués aux lecteurs "
        "d’écran."
    ),
    (
        "En anglais, des noms de sources et d’organisations, et des remarques sur la qualité des "
        "données, restent en français sans que ce soit indiqué."
    ),
    "Le texte seul grossi deux fois, sans le reste de la page, peut déborder de la fenêtre.",
    "Les symboles de la carte sont nombreux dans l’ordre de tabulation. La liste les dit tous.",
    "La documentation de l’API n’existe qu’en français, avec des titres en anglais.",
    "Les fonds de carte de l’IGN et d’OpenStreetMap sont des images au texte non lu.",
    "Le nom d’un symbole de la carte disparaît quand on le survole.",
    "Les documents DOCX n’ont été essayés avec aucun lecteur d’écran.",
    "Aucune personne handicapée n’a encore essayé ce site avec nous.",
)
"""What is known and not mended."""
