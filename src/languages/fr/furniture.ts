import type { Furniture } from '../../core/contracts.ts'
import { phrasesOf } from '../_shared/lists.ts'

/** How French, Belgian, Swiss and Canadian pages (news sites, manuals, notices) mark what is not their text; own list. */
export const furniture: Furniture = {
  afterwords: phrasesOf(`
    commentaires|commentaire|commentaires (0)|aucun commentaire|commenter|laisser un commentaire|ajouter un commentaire|votre commentaire|réagir|réactions|
    vos réactions|lire aussi|lire aussi :|lire aussi:|à lire aussi|à lire aussi :|lire également|lire la suite|lire plus|voir aussi|voir aussi :|à voir aussi|en savoir plus|
    pour aller plus loin|sur le même sujet|sur le même thème|dans la même rubrique|dans la même catégorie|du même auteur|articles liés|articles similaires|articles connexes|
    articles associés|contenus associés|contenus liés|à découvrir|à découvrir également|vous aimerez aussi|vous pourriez aussi aimer|cela peut vous intéresser|recommandé pour vous|
    recommandations|nos recommandations|les plus lus|articles les plus lus|le plus lu|les plus commentés|les plus partagés|populaire|articles populaires|dernières nouvelles|
    dernières actualités|dernières infos|dernière minute|à la une|plus d'actualités|autres actualités|autres articles|toute l'actualité|fil info|article précédent|article suivant|
    publication précédente|publication suivante|partager cet article|partager l'article|partager sur|suivez-nous|suivez-nous sur|à propos de l'auteur|l'auteur|mots-clés|mots clés|
    étiquettes|tags|catégories|archives|liens externes|notes et références|thèmes|sujets|publicité|annonce|newsletter|inscrivez-vous à la newsletter|abonnez-vous à la newsletter|
    recevez notre newsletter|infolettre|signaler une erreur|signaler une faute`),
  menu: phrasesOf(`
    accueil|page d'accueil|menu|recherche|rechercher|chercher|actualités|actualité|actu|actus|infos|info|france|monde|international|europe|afrique|politique|
    économie|société|sport|sports|culture|médias|vidéo|vidéos|photos|photo|diaporama|podcast|podcasts|audio|en direct|direct|replay|météo|circulation|régions|région|local|opinions|
    opinion|idées|débats|tribunes|éditorial|sciences|science|tech|technologie|numérique|santé|planète|environnement|éducation|voyage|voyages|auto|people|style|bourse|entreprises|se connecter|
    connexion|se déconnecter|déconnexion|s'inscrire|inscription|créer un compte|compte|mon compte|s'abonner|abonnement|abonnements|abonnez-vous|je m'abonne|contact|contactez-nous|nous contacter|
    qui sommes-nous|qui sommes-nous ?|à propos|mentions légales|publicité|recrutement|offres d'emploi|emploi|carrières|vie privée|confidentialité|politique de confidentialité|
    protection des données|données personnelles|cookies|gestion des cookies|paramètres des cookies|gérer les cookies|politique de cookies|accepter les cookies|accepter|tout accepter|refuser|tout refuser|
    continuer sans accepter|préférences|paramètres|cgu|cgv|conditions générales|conditions d'utilisation|conditions générales d'utilisation|accessibilité|plan du site|rss|flux rss|
    foire aux questions|faq|aide|partager|partager sur facebook|partager sur x|partager par e-mail|envoyer par e-mail|envoyer à un ami|copier le lien|imprimer|version imprimable|enregistrer|
    sauvegarder|favoris|fermer|retour|haut de page|retour en haut|retour en haut de page|précédent|suivant|plus|voir plus|afficher plus|charger plus|tout voir|voir tout|
    aller au contenu|aller au contenu principal|passer au contenu|sommaire|table des matières|langue|langues|français|anglais|panier|commander|acheter|oui|non|ok|télécharger|suivre|écouter|
    écouter l'article|lecture|le journal|éditions|presse|newsletters`),
  captionStarts: phrasesOf(`
    photo :|photo:|photo ©|photos :|photos:|image :|image:|images :|illustration :|illustration:|légende :|légende:|crédit :|crédit:|crédits :|crédits:|crédit photo :|crédit photo|
    source :|source:|sources :|sources:|vidéo :|vidéo:|infographie :|infographie:|graphique :|carte :|carte:|dessin :|photographe :|©|photo d'illustration|image d'illustration|photo d'archives|capture d'écran`),
  captionParts: phrasesOf(`
    (photo|photo :|photo:|photo afp|crédit :|crédit photo|source :|© afp|© reuters|© epa|© belga|© keystone|© ap|/ afp|/afp|via getty images|photo d'archives|image d'archives|photo d'illustration|image d'illustration|(archives)`),
  bylineStarts: [
    'par ',
    'par :',
    'auteur :',
    'auteur:',
    'texte :',
    'rédaction :',
    'la rédaction',
    'de notre correspondant',
    'de notre envoyé spécial',
    'de notre envoyée spéciale',
    'de notre correspondante',
    'propos recueillis par',
    'avec afp',
    'traduit par',
    'traduction :',
    'traduit de l’anglais',
    "traduit de l'anglais",
    'écrit par',
    'rédigé par',
    'publié',
    'publié le',
    'publié par',
    'posté le',
    'mis en ligne',
    'mis à jour',
    'mis à jour le',
    'dernière mise à jour',
    'modifié le',
    'temps de lecture',
    'lecture :',
    'date :',
  ],
  endMarks: ['(fin)', '(à suivre)', '(afp)', '(belga)', '(ats)', '(suite et fin)', '(ndlr)'],
}
