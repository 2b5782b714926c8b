/** De vaste teksten over een afspraak: niveau A2, één ding per zin. */
export const nl = {
  'onderwerp.uitnodiging': 'Uw afspraak bij de gemeente {gemeente}',
  'onderwerp.herinnering': 'Denk aan uw afspraak bij de gemeente {gemeente}',
  'onderwerp.verzet': 'Uw afspraak bij de gemeente {gemeente} is veranderd',
  'onderwerp.afgezegd': 'Uw afspraak bij de gemeente {gemeente} gaat niet door',
  'sms.uitnodiging':
    'Gemeente {gemeente}: u heeft een afspraak op {datum} om {tijd} uur. Plaats: {plaats}. Vragen? Bel {telefoon}.',
  'sms.herinnering':
    'Gemeente {gemeente}: denk aan uw afspraak op {datum} om {tijd} uur. Plaats: {plaats}. Vragen? Bel {telefoon}.',
  'sms.verzet':
    'Gemeente {gemeente}: uw afspraak is veranderd. Kom op {datum} om {tijd} uur. Plaats: {plaats}. Vragen? Bel {telefoon}.',
  'sms.afgezegd':
    'Gemeente {gemeente}: uw afspraak op {datum} om {tijd} uur gaat niet door. Vragen? Bel {telefoon}.',
  'kop.uitnodiging': 'U heeft een afspraak',
  'kop.herinnering': 'Denk aan uw afspraak',
  'kop.verzet': 'Uw afspraak is veranderd',
  'kop.afgezegd': 'Uw afspraak gaat niet door',
  wanneer: 'Wanneer?',
  'hoe-laat': 'Hoe laat?',
  waar: 'Waar?',
  'met-wie': 'Met wie?',
  om: '{tijd} uur',
  duur: 'Het gesprek duurt ongeveer {minuten} minuten.',
  tolk: 'Er is een tolk bij het gesprek.',
  balie: 'Ga naar de balie. Zeg uw naam.',
  'vorm.thuis': 'Wij komen bij u thuis.',
  'vorm.azc': 'Het gesprek is in het azc.',
  'vorm.telefoon': 'Wij bellen u. U hoeft niet te komen.',
  'vorm.video': 'Wij praten met u via video. U hoeft niet te komen.',
  meenemen: 'Neem mee: deze brief en uw verblijfsdocument of paspoort.',
  'niet-komen': 'Kunt u niet? Bel dan: {telefoon}.',
  vragen: 'Heeft u een vraag? Bel dan: {telefoon}.',
  'verzet-oud': 'De oude afspraak gaat niet door.',
  afgezegd: 'U hoeft op {datum} om {tijd} uur niet te komen.',
  'afgezegd-nieuw': 'U krijgt nog bericht over een nieuwe afspraak.',
  machine:
    'Deze vertaling is gemaakt door een machine. Geen mens heeft haar nagekeken. De Nederlandse tekst gaat voor.',
  nagekeken: 'Dit is een vertaling. De Nederlandse tekst gaat voor.',
} as const;
