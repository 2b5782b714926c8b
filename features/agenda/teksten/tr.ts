export const tr = {
  'onderwerp.uitnodiging': '{gemeente} Belediyesindeki randevunuz',
  'onderwerp.herinnering': '{gemeente} Belediyesindeki randevunuzu unutmayın',
  'onderwerp.verzet': '{gemeente} Belediyesindeki randevunuz değişti',
  'onderwerp.afgezegd': '{gemeente} Belediyesindeki randevunuz iptal edildi',
  'sms.uitnodiging':
    '{gemeente} Belediyesi: {datum} günü saat {tijd} için randevunuz var. Yer: {plaats}. Sorunuz mu var? {telefoon} numarasını arayın.',
  'sms.herinnering':
    '{gemeente} Belediyesi: {datum} günü saat {tijd} randevunuzu unutmayın. Yer: {plaats}. Sorunuz mu var? {telefoon} numarasını arayın.',
  'sms.verzet':
    '{gemeente} Belediyesi: randevunuz değişti. {datum} günü saat {tijd} için gelin. Yer: {plaats}. Sorunuz mu var? {telefoon} numarasını arayın.',
  'sms.afgezegd':
    '{gemeente} Belediyesi: {datum} günü saat {tijd} randevunuz iptal edildi. Sorunuz mu var? {telefoon} numarasını arayın.',
  'kop.uitnodiging': 'Bir randevunuz var',
  'kop.herinnering': 'Randevunuzu unutmayın',
  'kop.verzet': 'Randevunuz değişti',
  'kop.afgezegd': 'Randevunuz iptal edildi',
  wanneer: 'Ne zaman?',
  'hoe-laat': 'Saat kaçta?',
  waar: 'Nerede?',
  'met-wie': 'Kiminle?',
  om: 'saat {tijd}',
  duur: 'Görüşme yaklaşık {minuten} dakika sürer.',
  tolk: 'Görüşmede tercüman olacak.',
  balie: 'Danışmaya gidin. Adınızı söyleyin.',
  'vorm.thuis': 'Biz evinize geliyoruz.',
  'vorm.azc': 'Görüşme sığınmacı merkezinde (azc).',
  'vorm.telefoon': 'Sizi arayacağız. Gelmeniz gerekmez.',
  'vorm.video': 'Sizinle görüntülü konuşacağız. Gelmeniz gerekmez.',
  meenemen: 'Bu mektubu ve oturum kartınızı ya da pasaportunuzu getirin.',
  'niet-komen': 'Gelemiyor musunuz? {telefoon} numarasını arayın.',
  vragen: 'Bir sorunuz mu var? {telefoon} numarasını arayın.',
  'verzet-oud': 'Eski randevu iptal edildi.',
  afgezegd: '{datum} günü saat {tijd} için gelmeniz gerekmez.',
  'afgezegd-nieuw': 'Yeni randevu için size haber verilecek.',
  machine:
    'Bu çeviri bir makine tarafından yapıldı. Kimse kontrol etmedi. Hollandaca metin geçerlidir.',
  nagekeken: 'Bu bir çeviridir. Hollandaca metin geçerlidir.',
};
