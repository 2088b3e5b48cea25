import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../../src/studio/storyboard/language/detect-language.ts";

describe("detectLanguage", () => {
  it.each([
    ["ja", "設定なしで、すべてのプルリクエストにプレビュー"],
    ["ja", "Atlas 2.4では、Pull Requestごとに previews を生成します"],
    ["ja", "新機能追加、不具合修正の詳細一覧"],
    ["zh", "支持多语言字幕，新增深色模式。"],
    ["zh", "Atlas 2.4 现在支持 Pull Request 预览"],
    ["ko", "모든 풀 리퀘스트에 미리보기가 생깁니다"],
    ["ar", "أضفنا الوضع الليلي وأصلحنا الأخطاء"],
    ["fa", "نسخهٔ جدید گزینه‌های بیشتری برای پیش‌نمایش دارد"],
    ["hi", "नई रिलीज़ अब बहुत तेज़ है"],
    ["ru", "Добавлен поиск по архиву"],
    ["uk", "Додано пошук в архіві, і він працює"],
    ["el", "Η νέα έκδοση είναι διαθέσιμη"],
    ["he", "הגרסה החדשה זמינה עכשיו"],
    ["th", "เวอร์ชันใหม่เร็วขึ้นมาก"],
  ])("knows %s by its script: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    ["en", "With this release, every pull request builds its own preview in two minutes."],
    [
      "de",
      "Mit dieser Version bekommt jeder Pull Request seine eigene Vorschau, und der Link erscheint sofort.",
    ],
    [
      "fr",
      "Avec cette version, chaque pull request reçoit son propre aperçu, et le lien apparaît dans la conversation.",
    ],
    [
      "es",
      "Con esta versión, cada cambio recibe su propia vista previa, y el enlace aparece en la conversación.",
    ],
    [
      "it",
      "Con questa versione, ogni modifica riceve la sua anteprima, e il collegamento appare nella conversazione.",
    ],
    [
      "pt",
      "Com esta versão, cada alteração recebe a sua própria pré-visualização, e a ligação aparece na conversa.",
    ],
    [
      "ca",
      "Amb aquesta versió, cada canvi rep la seva pròpia previsualització, i l'enllaç apareix a la conversa.",
    ],
    [
      "gl",
      "Con esta versión, cada cambio recibe a súa propia vista previa, e a ligazón aparece na conversa.",
    ],
    [
      "ro",
      "Cu această versiune, fiecare modificare primește propria previzualizare, iar legătura apare în conversație.",
    ],
    [
      "nl",
      "Met deze versie krijgt elk pull request zijn eigen voorbeeld, en de link verschijnt binnen twee minuten.",
    ],
    [
      "sv",
      "Med den här versionen får varje ändring en egen förhandsvisning, och länken visas i konversationen.",
    ],
    ["da", "Med denne version får hver ændring sin egen forhåndsvisning, og linket vises efter to minutter."],
    [
      "nb",
      "Med denne versjonen får hver endring sin egen forhåndsvisning, og lenken vises etter to minutter nå.",
    ],
    [
      "fi",
      "Tässä versiossa jokainen muutos saa oman esikatselun, ja linkki on keskustelussa kun se on valmis.",
    ],
    [
      "pl",
      "W tej wersji każda zmiana otrzymuje własny podgląd, a odnośnik pojawia się w rozmowie po dwóch minutach.",
    ],
    [
      "cs",
      "V této verzi dostane každá změna vlastní náhled a odkaz se objeví v konverzaci už po dvou minutách.",
    ],
    [
      "hu",
      "Ebben a verzióban minden módosítás saját előnézetet kap, és a hivatkozás két perc után megjelenik.",
    ],
    [
      "tr",
      "Bu sürümde her değişiklik kendi önizlemesini alır ve bağlantı iki dakika sonra konuşmada görünür.",
    ],
    [
      "id",
      "Dengan versi ini, setiap perubahan mendapat pratinjau sendiri, dan tautan muncul dalam dua menit.",
    ],
    ["vi", "Với phiên bản này, mỗi thay đổi có bản xem trước riêng và liên kết xuất hiện trong hai phút."],
  ])("knows %s by its words: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    "Atlas 2.4",
    "Neu!",
    "",
    "🎉",
    "v2.4.0",
    "fix: typo",
    "Die hard",
    "La la land",
    "Update le-js to 2",
  ])("takes a short text for English: %s", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });

  it("is not misled by a name or a quotation in another script", () => {
    expect(
      detectLanguage("This release is by Александр, and it adds the word “こんにちは” to the menu."),
    ).toBe("en");
  });

  it("does not count the words of code", () => {
    const german = "Das ist die neue Version.";
    const code = "if the and of to in is that for it with this we you\n".repeat(5);
    expect(detectLanguage(`${german}\n\n\`\`\`\n${code}\`\`\``)).toBe("de");
    expect(detectLanguage(`${german} \`${"the and of to in is ".repeat(9)}\``)).toBe("de");
    expect(detectLanguage(`${german} ${"this.and.the for_the_of ".repeat(9)}`)).toBe("de");
  });
});
