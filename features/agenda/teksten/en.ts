export const en = {
  'onderwerp.uitnodiging': 'Your appointment with the municipality of {gemeente}',
  'onderwerp.herinnering': 'Remember your appointment with the municipality of {gemeente}',
  'onderwerp.verzet': 'Your appointment with the municipality of {gemeente} has changed',
  'onderwerp.afgezegd': 'Your appointment with the municipality of {gemeente} is cancelled',
  'sms.uitnodiging':
    'Municipality of {gemeente}: you have an appointment on {datum} at {tijd}. Place: {plaats}. Questions? Call {telefoon}.',
  'sms.herinnering':
    'Municipality of {gemeente}: remember your appointment on {datum} at {tijd}. Place: {plaats}. Questions? Call {telefoon}.',
  'sms.verzet':
    'Municipality of {gemeente}: your appointment has changed. Come on {datum} at {tijd}. Place: {plaats}. Questions? Call {telefoon}.',
  'sms.afgezegd':
    'Municipality of {gemeente}: your appointment on {datum} at {tijd} is cancelled. Questions? Call {telefoon}.',
  'kop.uitnodiging': 'You have an appointment',
  'kop.herinnering': 'Remember your appointment',
  'kop.verzet': 'Your appointment has changed',
  'kop.afgezegd': 'Your appointment is cancelled',
  wanneer: 'When?',
  'hoe-laat': 'What time?',
  waar: 'Where?',
  'met-wie': 'With whom?',
  om: '{tijd}',
  duur: 'The talk takes about {minuten} minutes.',
  tolk: 'There will be an interpreter.',
  balie: 'Go to the desk. Say your name.',
  'vorm.thuis': 'We come to your home.',
  'vorm.azc': 'The talk is in the asylum centre (azc).',
  'vorm.telefoon': 'We call you. You do not have to come.',
  'vorm.video': 'We talk to you by video. You do not have to come.',
  meenemen: 'Bring this letter and your residence permit or passport.',
  'niet-komen': 'Can you not come? Call {telefoon}.',
  vragen: 'Do you have a question? Call {telefoon}.',
  'verzet-oud': 'The old appointment is cancelled.',
  afgezegd: 'You do not have to come on {datum} at {tijd}.',
  'afgezegd-nieuw': 'You will get a message about a new appointment.',
  machine:
    'This translation was made by a machine. Nobody has checked it. The Dutch text is the official text.',
  nagekeken: 'This is a translation. The Dutch text is the official text.',
};
