/**
 * The most common words of languages in Latin script: also of languages without a voice, so that none of them is
 * taken for a related one.
 */
export const commonWords: Readonly<Record<string, string>> = {
  en: "the and of to in is that for it with as on be are this by you your we have has not from can will now when which all an more new or if but they what how been their than our only also into after before",
  de: "der die das und ist nicht ein eine mit für auf sie wird jetzt den im zu von es sich auch des dem bei als wie aus nach werden sind einen einer wir kann oder haben hat durch wenn zum zur nur noch über alle neue mehr vom am man ihre",
  fr: "le la les et est une des du vous votre pour dans avec chaque maintenant que qui ne pas sur au aux en ce cette il nous sont plus par être sans ou mais elle peut tout tous leur leurs ces fait comme ont deux très aussi l d qu n",
  es: "el la los las y una es del con para su cada ahora en que por se no como más lo un al está esta este pero sus también puede son ha cuando todo todos muy sin sobre ya entre desde hay nueva nuevo porque ser",
  it: "il gli e è una del con per ogni adesso di che nel sono la le lo un non si della dei delle da in come più anche al alla questo questa ha ora essere ma nella sul nuovo nuova tutti tutto può quando dal i o",
  pt: "o a os as e é uma um do da dos das em no na que não para com por mais se como mas ao foi são sua seu ou quando muito já também pelo pela até isso ela ele entre depois sem mesmo agora você está nova novo cada",
  ca: "el la els les i és una un del amb per a que no més com però també aquest aquesta són ha hi ara cada als dels pel quan tots ser seva seu nou nova fins sense va on molt",
  gl: "o a os as e é unha un do da dos das en no na que non para con por máis se como pero ao foi son súa seu ou cando moi xa tamén polo pola ata agora está nova novo",
  ro: "și în de la cu pe nu este un o care să mai din pentru sunt ce se fi al ale sau dar acum prin această acest după fost când poate lui fiecare noi nou toate doar foarte",
  nl: "de het een en van is in dat op te met voor niet zijn aan er ook als maar om bij nu naar uit door over wordt worden kan deze dit heeft nog je u we nieuwe meer alle geen hebben was of elke",
  sv: "och att det som en är på för med av den inte till har om ett du kan nu vi från ska eller så men var alla när ny nya mer också där här blir efter utan varje sig man",
  da: "og at det som en er på for med af den ikke til har om et du kan nu vi fra skal eller så men var alle når ny nye mere også der her bliver efter uden hver sig man hvis",
  nb: "og at det som en er på for med av den ikke til har om et du kan nå vi fra skal eller så men var alle når ny nye mer også der her blir etter uten hver seg man hvis jeg",
  fi: "ja on ei se että oli hän mutta ovat kun niin myös joka tai voi nyt sen kuin jos ole uusi tämä ne sitä mitä kaikki sekä vain voit nopeammin enemmän ilman joka jokainen",
  et: "ja on ei see et kui ka oma aga mis või oli nüüd uus kõik selle siis veel kes mida ning iga saab saate ole",
  is: "og að er í á sem það ekki við með en til fyrir um af þú hefur nú nýtt var eða allt þetta hver því verður",
  pl: "i w na z się nie do to jest że o jak za od przez po dla są ale teraz może lub już tylko który która które oraz także każdy nowy nowa przy tym być ma ten ta",
  cs: "a v na se je že s z do to o jako za od po pro jsou ale nyní může nebo jen který která které také každý nový nová při být má ten si pak už",
  sk: "a v na sa je že s z do to o ako za od po pre sú ale teraz môže alebo len ktorý ktorá ktoré tiež každý nový nová pri byť má ten si už",
  sl: "in v na se je da z s za od po so pa ali zdaj lahko ki tudi vsak nov nova pri biti ima ne bo kot še",
  hr: "i u na se je da s za od po su ali sada može ili samo koji koja koje također svaki novi nova pri biti ima ne ovaj kao što",
  hu: "a az és hogy nem is egy van ez de meg csak már volt most minden új vagy ha mint lehet ki el után kell között több",
  tr: "ve bir bu için ile de da çok daha ne olarak gibi var olan kadar şimdi her yeni ya veya ama sonra değil tüm artık en ki o",
  id: "dan yang di untuk dengan ini itu dari tidak dalam pada adalah ke akan juga atau dapat sekarang setiap baru bisa sudah lebih saat anda kami oleh semua",
  vi: "và của là có cho không được các trong một người với này để những khi đã từ như bạn mới hơn nay mỗi hoặc tất cả sẽ",
  lt: "ir yra kad į su iš tai ne kaip bet ar dabar gali nuo visi kiekvienas naujas jau tik per po apie už",
  lv: "un ir ka ar no uz tas par kā bet vai tagad var katrs jauns jau tikai pēc visi lai",
};

/** Letters that a language uses, and few others. */
export const commonLetters: Readonly<Record<string, RegExp>> = {
  de: /ß/g,
  es: /[ñ¿¡]/giu,
  pt: /[ãõ]/giu,
  pl: /[łżźśćń]/giu,
  cs: /[řěů]/giu,
  sk: /[ľĺŕô]/giu,
  hu: /[őű]/giu,
  ro: /[șță]/giu,
  tr: /[ğış]/gu,
  is: /[ðþ]/giu,
  vi: /[ạảấầẩậắằẳặẹẻếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹđ]/giu,
  lt: /[ėįųū]/giu,
  lv: /[ļķņģ]/giu,
};
