/** Wat iemand met bijstand verplicht kan worden, met het artikel van de Participatiewet. */
export const PW_GRONDSLAGEN = {
  '9-1-a': {
    naam: 'Werk zoeken en aannemen',
    artikel: 'Artikel 9, lid 1, onder a, van de Participatiewet',
  },
  '9-1-b': {
    naam: 'Meedoen met hulp bij het vinden van werk',
    artikel: 'Artikel 9, lid 1, onder b, van de Participatiewet',
  },
  '9-1-c': {
    naam: 'Een tegenprestatie doen',
    artikel: 'Artikel 9, lid 1, onder c, van de Participatiewet',
  },
  '17-2': {
    naam: 'Meewerken en gegevens geven',
    artikel: 'Artikel 17, lid 2, van de Participatiewet',
  },
  '18b': { naam: 'Nederlands leren', artikel: 'Artikel 18b van de Participatiewet' },
  '55': {
    naam: 'Een verplichting die bij u past',
    artikel: 'Artikel 55 van de Participatiewet',
  },
  '56a': {
    naam: 'Vaste kosten laten betalen uit de bijstand',
    artikel: 'Artikel 56a van de Participatiewet',
  },
} as const;
