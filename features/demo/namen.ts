export type Land = {
  naam: string;
  nationaliteit: string;
  talen: readonly string[];
  schrift: string;
  /** Hoe mensen uit dit land hier meestal komen. */
  komst: 'asiel' | 'gezin';
  vrouwen: readonly string[];
  mannen: readonly string[];
  achternamen: readonly string[];
};

const lijst = (tekst: string) => tekst.split(' ');

/** Volgt de tekst van een rij: land, nationaliteit, talen, schrift, komst, vrouwen, mannen, achternamen. */
function land(
  naam: string,
  nationaliteit: string,
  talen: string,
  schrift: string,
  komst: Land['komst'],
  namen: { v: string; m: string; a: string },
): Land {
  return {
    naam,
    nationaliteit,
    talen: talen.split(', '),
    schrift,
    komst,
    vrouwen: lijst(namen.v),
    mannen: lijst(namen.m),
    achternamen: namen.a.split(', '),
  };
}

/** Landen met namen zoals die daar voorkomen; geen enkele combinatie is een bestaand persoon. */
export const LANDEN: readonly Land[] = [
  land('Eritrea', 'Eritrese', 'Tigrinya', 'Ge’ez', 'asiel', {
    v: 'Selam Hanna Miriam Tsega Luwam Yordanos Feven Rahwa Bisrat Senait',
    m: 'Dawit Yonas Filmon Samuel Tesfay Kibrom Abel Mulugeta Efrem Robel',
    a: 'Tesfay, Gebre, Haile, Mehari, Kidane, Weldu, Berhane, Tekle, Ghebru, Asmerom',
  }),
  land('Syrië', 'Syrische', 'Arabisch, Koerdisch', 'Arabisch', 'asiel', {
    v: 'Rania Lama Hiba Nour Dima Ghada Reem Sawsan Zeina Maha',
    m: 'Yusuf Khaled Omar Bashar Anas Firas Tarek Wael Nizar Ziad',
    a: 'Al-Hamdan, Haddad, Al-Khatib, Darwish, Nasser, Al-Masri, Issa, Kassem, Sabbagh, Al-Ahmad',
  }),
  land('Afghanistan', 'Afghaanse', 'Dari, Pasjtoe', 'Arabisch', 'asiel', {
    v: 'Laila Zahra Parwana Shukria Freshta Maryam Nilofar Soraya',
    m: 'Rahim Farid Hamid Najib Zabi Jawad Mirwais Nasrat',
    a: 'Noorzai, Ahmadi, Rahimi, Karimi, Stanikzai, Hotak, Wardak, Safi',
  }),
  land('Somalië', 'Somalische', 'Somalisch', 'Latijns', 'asiel', {
    v: 'Amina Hodan Fadumo Ayaan Sahra Ifrah Nasteho Ubah',
    m: 'Abdirahman Hassan Liban Mahad Guled Warsame Yahye Jama',
    a: 'Warsame, Farah, Abdi, Mohamud, Elmi, Osman, Jama, Hersi',
  }),
  land('Jemen', 'Jemenitische', 'Arabisch', 'Arabisch', 'asiel', {
    v: 'Arwa Bushra Samar Intisar Ahlam Wafa',
    m: 'Saleh Mansour Abdulaziz Hamza Walid Murad',
    a: 'Al-Sanani, Al-Hakimi, Saleh, Al-Qadhi, Ghaleb, Al-Jabri',
  }),
  land('Irak', 'Iraakse', 'Arabisch, Koerdisch', 'Arabisch', 'asiel', {
    v: 'Zainab Shilan Rojin Huda Israa Nasrin',
    m: 'Haider Mustafa Dilshad Karwan Sarmad Laith',
    a: 'Al-Jabouri, Barzan, Hussein, Al-Saadi, Rashid, Mahmoud',
  }),
  land('Iran', 'Iraanse', 'Farsi', 'Arabisch', 'asiel', {
    v: 'Shirin Parisa Mahsa Niloufar Sepideh Azadeh',
    m: 'Reza Kamran Behrouz Arash Siavash Omid',
    a: 'Hosseini, Moradi, Farahani, Jafari, Rostami, Shirazi',
  }),
  land('Turkije', 'Turkse', 'Turks, Koerdisch', 'Latijns', 'gezin', {
    v: 'Elif Zeynep Ayşe Merve Gül Esra',
    m: 'Mehmet Emre Burak Hakan Çağlar İbrahim',
    a: 'Yıldız, Öztürk, Şahin, Kaya, Aydın, Çelik',
  }),
  land('Marokko', 'Marokkaanse', 'Berbers, Arabisch', 'Arabisch', 'gezin', {
    v: 'Ilham Naima Siham Karima Loubna Hanane',
    m: 'Rachid Hicham Soufiane Mounir Jamal Adil',
    a: 'El Amrani, Benali, Ouazzani, El Idrissi, Bouzid, Chakir',
  }),
  land('Vietnam', 'Vietnamese', 'Vietnamees', 'Latijns', 'gezin', {
    v: 'Thi-Lan Thi-Huong Mai Ngoc',
    m: 'Minh Quang Duc Tuan',
    a: 'Nguyen, Tran, Pham, Vo',
  }),
  land('Thailand', 'Thaise', 'Thais', 'Thais', 'gezin', {
    v: 'Somchai-Porn Kanya Malee Suda Ratana',
    m: 'Anan Prasert Chai Niran',
    a: 'Saetang, Suwan, Boonmee, Chaiyasit',
  }),
  land('Brazilië', 'Braziliaanse', 'Portugees', 'Latijns', 'gezin', {
    v: 'Juliana Camila Renata Tatiane',
    m: 'Thiago Rafael Caio Leandro',
    a: 'da Silva, Ferreira, de Souza, Conceição',
  }),
  land('Suriname', 'Surinaamse', 'Sranantongo, Sarnami', 'Latijns', 'gezin', {
    v: 'Shanti Rubina Chantal Urmila',
    m: 'Rakesh Dewendra Orlando Winston',
    a: 'Ramdin, Pinas, Jharap, Amatali',
  }),
  land('India', 'Indiase', 'Hindi, Tamil', 'Devanagari', 'gezin', {
    v: 'Priya Anjali Kavitha Deepa',
    m: 'Arjun Sanjay Vikram Naveen',
    a: 'Sharma, Patel, Iyer, Reddy',
  }),
  land('Colombia', 'Colombiaanse', 'Spaans', 'Latijns', 'gezin', {
    v: 'Paola Ximena Luz-Marina Yuliana',
    m: 'Andrés Camilo Jhon Ricardo',
    a: 'Ramírez, Ospina, Cárdenas, Muñoz',
  }),
];

export const LANDEN_ASIEL = LANDEN.filter((l) => l.komst === 'asiel');
export const LANDEN_GEZIN = LANDEN.filter((l) => l.komst === 'gezin');

export function landVan(naam: string): Land {
  const gevonden = LANDEN.find((l) => l.naam === naam);
  if (!gevonden) throw new Error(`land ontbreekt: ${naam}`);
  return gevonden;
}

/** Straten die er in de verzonnen gemeenten zijn. */
export const STRATEN = lijst(
  'Lindelaan Molenpad Kerkpad Akkerstraat Wilgenhof Dorpsplein Beukenlaan Sluisweg Veldzicht Hofstede Duinpad Koperslag Weverstraat Esdoornlaan Spoorzicht Vlasakker',
);
