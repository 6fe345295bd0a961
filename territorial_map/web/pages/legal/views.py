"""Legal notices, personal data and accessibility; what a host has still to tell is said so."""

from datetime import date

from dash import html

from territorial_map.domain.language.writing import long_date
from territorial_map.domain.publisher import Publisher
from territorial_map.web.base.marks import Node, badge, outside_link, page_link
from territorial_map.web.base.texts import Texts
from territorial_map.web.pages.legal.criteria import KNOWN_TO_FAIL, THEMES, TRIED

DECLARED_ON = date(2026, 11, 29)
"""When the accessibility statement was last established."""

_CODE = "https://www.gnu.org/licenses/agpl-3.0.html"
_CNIL = "https://www.cnil.fr/fr/plaintes"
_DEFENDER = "https://formulaire.defenseurdesdroits.fr/"


def notices(publisher: Publisher, t: Texts) -> list[Node]:
    """Who publishes, who hosts, under which licences."""
    return [
        html.H2(t("Mentions légales")),
        _facts(
            [
                (t("Éditeur"), publisher.name),
                (t("Adresse"), publisher.address),
                (t("Responsable de la publication"), publisher.director),
                (t("Hébergeur (nom, adresse, téléphone)"), publisher.hosting),
            ],
            t,
        ),
        _contact(publisher.contact, t),
        html.H3(t("Licences")),
        html.P(
            [
                t("Le logiciel est libre, sous licence"),
                " ",
                outside_link("AGPL-3.0", _CODE),
                ". ",
                t("Les données gardent la licence de leur source :"),
                " ",
                page_link(t("sources et licences"), "/sources"),
                ".",
            ]
        ),
        html.P(
            t(
                "Les textes de loi cités le sont pour information : seule fait foi la version "
                "publiée au Journal officiel."
            )
        ),
    ]


def personal_data(publisher: Publisher, t: Texts) -> list[Node]:
    """What is kept of visitors (nothing here), and of people named in the directory."""
    return [
        html.H2(t("Données personnelles")),
        html.H3(t("Les visiteurs")),
        html.Ul(
            [
                html.Li(t("Aucun compte, aucun cookie, aucune mesure d’audience.")),
                html.Li(
                    t(
                        "Vos listes, vos groupes et ce que vous écartez restent dans votre "
                        "navigateur ; les effacer dans ses réglages les efface pour de bon."
                    )
                ),
                html.Li(
                    t(
                        "Un fichier envoyé pour être rapproché est lu, puis oublié : ni lui ni son "
                        "contenu ne sont gardés."
                    )
                ),
                html.Li(
                    t(
                        "Ce que vous dites d’une fiche, là où le site le permet, est gardé sans "
                        "votre nom ni votre adresse : vos mots, le lien que vous déclarez et le "
                        "jour. N’y mettez rien d’une personne."
                    )
                ),
                html.Li(
                    t(
                        "Le journal du serveur dit quelle page a répondu, en combien de temps : ni "
                        "votre adresse, ni vos recherches. L’adresse sert, le temps "
                        "d’une minute, à "
                        "limiter les demandes trop nombreuses."
                    )
                ),
                html.Li(
                    t(
                        "Le fond de carte vient des serveurs de l’IGN ou d’OpenStreetMap, qui "
                        "voient votre adresse quand la carte s’affiche. La liste dit "
                        "tout sans elle."
                    )
                ),
            ]
        ),
        html.H3(t("Les organisations et les personnes")),
        html.P(
            t(
                "L’annuaire décrit des organisations, d’après des registres et des listes publics. "
                "Noms de personnes, adresses électroniques et téléphones mobiles n’y entrent pas. "
                "Il peut rester une donnée personnelle, par exemple l’adresse d’une "
                "association qui "
                "est celle d’un particulier."
            )
        ),
        html.P(
            t(
                "Vous pouvez en demander l’accès, la rectification ou l’effacement, et "
                "vous opposer "
                "à son traitement (articles 15 à 21 du règlement général sur la protection des "
                "données), en écrivant à l’éditeur."
            )
        ),
        _contact(publisher.contact, t),
        html.P(
            [
                t("Sans réponse qui vous convienne, vous pouvez adresser une réclamation à la"),
                " ",
                outside_link("CNIL", _CNIL),
                ".",
            ]
        ),
    ]


def accessibility(publisher: Publisher, t: Texts) -> list[Node]:
    """The accessibility statement: not compliant while no full audit was made."""
    return [
        html.H2(t("Accessibilité")),
        html.H3(t("État de conformité")),
        html.P(html.Strong(t("Non conforme : aucun audit complet n’a été mené."))),
        html.P(
            t(
                "Faute d’audit au regard de l’ensemble du RGAA, ce site est déclaré non conforme, "
                "même là où il a été travaillé : clavier, lecteurs d’écran, contrastes, liste qui "
                "dit tout ce que dit la carte."
            )
        ),
        html.P(
            t(
                "Cette déclaration a été établie le {date}.",
                date=long_date(DECLARED_ON.isoformat(), t.language),
            )
        ),
        html.H3(t("Ce qui a été essayé")),
        html.P(
            t(
                "Des essais automatiques, dans un navigateur, regardent ces critères du RGAA sur "
                "les pages concernées. Ils ne remplacent pas un audit."
            )
        ),
        *_tried(t),
        html.H3(t("Ce qui ne va pas encore")),
        html.Ul([html.Li(t(failing)) for failing in KNOWN_TO_FAIL]),
        html.H3(t("Signaler une difficulté")),
        html.P(
            t(
                "Si quelque chose vous empêche d’accéder à une page ou à un fichier, "
                "dites-le : une "
                "autre forme vous sera proposée."
            )
        ),
        _contact(publisher.contact, t),
        html.H3(t("Voies de recours")),
        html.P(
            t(
                "Si vous avez signalé une difficulté et n’avez pas obtenu de réponse, vous pouvez "
                "vous adresser au Défenseur des droits :"
            )
        ),
        html.Ul(
            [
                html.Li(outside_link(t("par son formulaire"), _DEFENDER)),
                html.Li(
                    t(
                        "par courrier gratuit, sans timbre : Défenseur des droits, Libre "
                        "réponse 71120, 75342 Paris CEDEX 07."
                    )
                ),
            ]
        ),
    ]


def _tried(t: Texts) -> list[Node]:
    """The criteria that tests try, by theme."""
    return [
        part
        for number, theme in THEMES.items()
        for part in (
            html.H4(f"{number}. {t(theme)}"),
            html.Ul(
                [
                    html.Li([html.Strong(one.number), f" {t(one.looked_at)}"])
                    for one in TRIED
                    if one.theme == number
                ]
            ),
        )
    ]


def _facts(facts: list[tuple[str, str]], t: Texts) -> html.Dl:
    return html.Dl(
        [
            part
            for label, told in facts
            for part in (html.Dt(label), html.Dd(told or to_complete(t)))
        ],
        className="facts",
    )


def _contact(contact: str, t: Texts) -> html.P:
    return html.P([t("Contact :"), " ", _way_to(contact) or to_complete(t)])


def _way_to(contact: str) -> Node:
    """A link to the address of a page or of a mailbox; other words as they are."""
    if contact.startswith(("http://", "https://")):
        return outside_link(contact, contact)
    if "@" in contact:
        return html.A(contact, href=f"mailto:{contact}")
    return contact


def to_complete(t: Texts) -> Node:
    """What the host has still to tell, said so."""
    return badge(t("à compléter par l’éditeur"), "warn")
