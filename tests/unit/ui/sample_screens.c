#include "sample_screens.h"

#include "base/attributes.h"

#include <stdio.h>
#include <string.h>

static void tools(struct yt_ui *ui)
{
    yt_ui_top_begin(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){
                       .label = "言語《げんご》", .icon = "language", .action = {101, 0}});
    yt_ui_tool(
        ui, &(struct yt_ui_tool){.label = "文字の大きさ", .icon = "text-size", .action = {102, 0}});
    yt_ui_spacer(ui);
    yt_ui_tool(ui,
               &(struct yt_ui_tool){.label = "スタッフを呼ぶ", .icon = "bell", .action = {103, 0}});
    yt_ui_tool(ui,
               &(struct yt_ui_tool){.label = "画面をかくす", .icon = "hide", .action = {104, 0}});
    yt_ui_tool(ui, &(struct yt_ui_tool){
                       .label = "やめて消す", .icon = "stop", .danger = true, .action = {105, 0}});
    yt_ui_top_end(ui);
}

static void bottom(struct yt_ui *ui)
{
    yt_ui_bottom_begin(ui);
    yt_ui_button(ui, &(struct yt_ui_button){
                         .label = "もどる", .icon = "back", .kind = YT_UI_QUIET, .action = {1, 0}});
    yt_ui_spacer(ui);
    yt_ui_button(
        ui, &(struct yt_ui_button){.label = "とばす", .kind = YT_UI_SECONDARY, .action = {2, 0}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = "つぎへ",
                                            .icon = "next",
                                            .icon_after = true,
                                            .kind = YT_UI_PRIMARY,
                                            .action = {3, 0}});
    yt_ui_bottom_end(ui);
}

static void home(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "home"});
    tools(ui);
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true});
    yt_ui_picture(ui, &(struct yt_ui_picture){.name = "welcome", .share = 0.3F});
    yt_ui_heading(ui,
                  &(struct yt_ui_heading){.text = "ようこそ。どうぞ、ひと休みしていってください"});
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = "くらしのことで、役に立ちそうなものをさがせます。名前はいりません。",
                       .soft = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 16});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "くらしのメモをつける",
                                        .text = "約4分。どの質問もとばせます",
                                        .icon = "notes",
                                        .large = true,
                                        .way_on = true,
                                        .action = {10, 0}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "支援のメニューを見る",
                                        .text = "27の項目をならべて見られます",
                                        .icon = "menu",
                                        .large = true,
                                        .way_on = true,
                                        .action = {10, 1}});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void question(struct yt_ui *ui)
{
    static const char *const answers[] = {"夜、ねむれない日がつづく",
                                          "食べる量がへった",
                                          "体がだるい",
                                          "痛いところがある",
                                          "病院に行きたいが、お金が心配",
                                          "薬のことで相談したい",
                                          "お酒やタバコがへらせない",
                                          "健康診断をうけていない",
                                          "ほかにもある",
                                          "とくにない"};

    yt_ui_page_begin(ui,
                     &(struct yt_ui_page){.name = "question", .number_keys = true, .back = {1, 0}});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_progress(ui, &(struct yt_ui_progress){.done = 4, .of = 13, .label = "あと9問"});
    yt_ui_heading(
        ui, &(struct yt_ui_heading){.text = "体《からだ》のことで、気になることはありますか"});
    yt_ui_text(
        ui, &(struct yt_ui_text){.text = "あてはまるものを、いくつでも選べます。", .soft = true});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2});
    for (size_t i = 0; i < YT_COUNT(answers); i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){.label = answers[i],
                                                .several = true,
                                                .chosen = i == 1 || i == 4,
                                                .disabled = i == 8,
                                                .action = {20, (int32_t)i}});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void weather(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "weather", .number_keys = true});
    tools(ui);
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "今日《きょう》の気持ちを天気にたとえると",
                                              .align = YT_UI_CENTRE});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 3, .cell_em = 8});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = "晴れ", .picture = "sun", .action = {21, 0}});
    yt_ui_answer(ui, &(struct yt_ui_answer){
                         .label = "くもり", .picture = "cloud", .chosen = true, .action = {21, 1}});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = "雨", .picture = "rain", .action = {21, 2}});
    yt_ui_end(ui);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2});
    yt_ui_answer(ui,
                 &(struct yt_ui_answer){
                     .label = "自分のこと", .icon = "person", .chosen = true, .action = {22, 0}});
    yt_ui_answer(ui, &(struct yt_ui_answer){.label = "家族のこと",
                                            .text = "いっしょに住んでいなくても",
                                            .icon = "family",
                                            .action = {22, 1}});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void menu(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "menu"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "使えそうな支援"});
    yt_ui_banner(ui, &(struct yt_ui_banner){
                         .title = "診断ではありません",
                         .text = "ならび順に意味はありません。何も選ばなくてもかまいません。"});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP});
    yt_ui_chip(ui,
               &(struct yt_ui_chip){.label = "関係がありそう", .chosen = true, .action = {30, 0}});
    yt_ui_chip(ui, &(struct yt_ui_chip){.label = "すべて", .action = {30, 1}});
    yt_ui_chip(ui,
               &(struct yt_ui_chip){.label = "選んだもの", .disabled = true, .action = {30, 2}});
    yt_ui_end(ui);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 15});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "食べもの",
                                        .text = "今日の食事、食料のお渡し",
                                        .icon = "food",
                                        .note = "関係がありそう",
                                        .action = {31, 0}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "家計のやりくり",
                                        .text = "いっしょに収支を見ます",
                                        .icon = "budget",
                                        .note = "関係がありそう",
                                        .tag = "相談したい",
                                        .chosen = true,
                                        .action = {31, 1}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "住まい",
                                        .text = "家賃、立ちのき、住むところさがし",
                                        .icon = "house",
                                        .action = {31, 2}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "はたらく",
                                        .text = "仕事さがし、職場体験",
                                        .icon = "work",
                                        .action = {31, 3}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "居場所",
                                        .text = "何もしなくてよい場所",
                                        .icon = "place",
                                        .way_on = true,
                                        .action = {31, 4}});
    yt_ui_card(ui, &(struct yt_ui_card){.title = "法律",
                                        .text = "今月はおやすみです",
                                        .icon = "lawyer",
                                        .disabled = true,
                                        .action = {31, 5}});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void dates(struct yt_ui *ui)
{
    static const char *const days[] = {"月", "火", "水", "木", "金", "土", "日"};

    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "dates"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "いつがよいですか", .icon = "calendar"});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_KEYS, .columns = 7});
    for (int i = 0; i < 7; i++) {
        char number[16], name[64];

        snprintf(number, sizeof number, "%d", 24 + i);
        snprintf(name, sizeof name, "11月%d日 (%s)", 24 + i, days[i]);
        yt_ui_day(ui, &(struct yt_ui_day){.above = days[i],
                                          .label = number,
                                          .below = i > 4    ? "休み"
                                                   : i == 1 ? "満員"
                                                            : "空き",
                                          .name = name,
                                          .chosen = i == 3,
                                          .disabled = i > 4 || i == 1,
                                          .action = {40, i}});
    }
    yt_ui_end(ui);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "11月27日 (木) の時間", .level = 2});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 4, .cell_em = 5});
    for (int i = 0; i < 7; i++) {
        char time[16];

        snprintf(time, sizeof time, "%d:%02d", 10 + i / 2, i % 2 * 30);
        yt_ui_day(ui, &(struct yt_ui_day){
                          .label = time, .chosen = i == 2, .disabled = i == 4, .action = {41, i}});
    }
    yt_ui_end(ui);
    yt_ui_text(ui, &(struct yt_ui_text){.text = "1時間ほどです。お金はかかりません。",
                                        .type = YT_UI_SMALL,
                                        .soft = true,
                                        .icon = "info"});
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void keyboard(struct yt_ui *ui)
{
    static const char kana[] = "わらやまはなたさかあ"
                               "をりゆみひにちしきい"
                               "んるよむふぬつすくう"
                               "ーれ゛めへねてせけえ"
                               "。ろ゜もほのとそこお";
    int columns = yt_ui_key_columns(ui) >= 10 ? 10 : 5;
    const char *at = kana;

    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "keyboard"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_field(ui,
                &(struct yt_ui_field){.label = "よびかた",
                                      .hint = "本名でなくてかまいません。空らんでもかまいません。",
                                      .value = "さくら",
                                      .caret = 9,
                                      .marked_from = 6,
                                      .marked_to = 9,
                                      .active = true,
                                      .count = "3/20",
                                      .action = {50, 0}});
    yt_ui_begin(
        ui, &(struct yt_ui_box){.flow = YT_UI_KEYS,
                                .columns = columns,
                                .between = yt_ui_low(ui) ? YT_UI_SPACE_TIGHT : YT_UI_SPACE_USUAL});
    for (int i = 0; i < 50; i++, at += 3) {
        char letter[4] = {at[0], at[1], at[2], 0};

        yt_ui_key(ui, &(struct yt_ui_key){.label = letter, .action = {51, i}, .disabled = i == 32});
    }
    yt_ui_key(ui, &(struct yt_ui_key){
                      .label = "ABC", .kind = YT_UI_QUIET, .span = columns / 5, .action = {52, 0}});
    yt_ui_key(ui, &(struct yt_ui_key){.label = "空白",
                                      .icon = "space",
                                      .kind = YT_UI_QUIET,
                                      .span = columns / 5,
                                      .action = {52, 1}});
    yt_ui_key(ui, &(struct yt_ui_key){.label = "一字消す",
                                      .icon = "backspace",
                                      .kind = YT_UI_QUIET,
                                      .repeat = true,
                                      .span = columns / 5,
                                      .action = {52, 2}});
    yt_ui_key(ui, &(struct yt_ui_key){.label = "小さい字",
                                      .icon = "shift",
                                      .kind = YT_UI_QUIET,
                                      .chosen = true,
                                      .span = columns / 5,
                                      .action = {52, 3}});
    yt_ui_key(ui,
              &(struct yt_ui_key){
                  .label = "決定", .kind = YT_UI_PRIMARY, .span = columns / 5, .action = {52, 4}});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void form(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "form"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "これでよろしいですか", .level = 1});
    yt_ui_summary(ui, &(struct yt_ui_summary){.label = "相談の種類",
                                              .value = "家計のやりくりの相談",
                                              .change = "変える",
                                              .action = {60, 0}});
    yt_ui_summary(ui, &(struct yt_ui_summary){.label = "日と時間",
                                              .value = "11月27日 (木) 午前11時",
                                              .change = "変える",
                                              .action = {60, 1}});
    yt_ui_summary(
        ui, &(struct yt_ui_summary){
                .label = "れんらく", .value = "しない", .change = "変える", .action = {60, 2}});
    yt_ui_field(ui, &(struct yt_ui_field){.label = "電話番号",
                                          .ghost = "090-0000-0000",
                                          .caret = -1,
                                          .fault = "数字が1つ足りないようです。",
                                          .action = {61, 0}});
    yt_ui_field(ui, &(struct yt_ui_field){.label = "ひとこと",
                                          .value = "",
                                          .ghost = "書かなくてもかまいません",
                                          .lines = 3,
                                          .caret = -1,
                                          .count = "0/60",
                                          .action = {61, 1}});
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD});
    yt_ui_text(ui, &(struct yt_ui_text){.text = "見る人", .type = YT_UI_STRONG});
    yt_ui_say(ui, "つむぎ市の相談員だけです。");
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    bottom(ui);
    yt_ui_page_end(ui);
}

static void notices(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "notices"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_SUCCESS,
                                            .title = "予約しました",
                                            .text = "11月27日 (木) 午前11時"});
    yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                            .title = "紙がなくなりそうです",
                                            .text = "このまま使えます。"});
    yt_ui_banner(ui, &(struct yt_ui_banner){.tone = YT_UI_ALERT,
                                            .title = "印刷できませんでした",
                                            .text = "番号は画面でも見られます。"});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(ui, &(struct yt_ui_button){.label = "はじめる",
                                            .kind = YT_UI_PRIMARY,
                                            .large = true,
                                            .icon = "next",
                                            .icon_after = true,
                                            .action = {70, 0}});
    yt_ui_button(
        ui, &(struct yt_ui_button){.label = "もう一度印刷", .icon = "print", .action = {70, 1}});
    yt_ui_button(
        ui, &(struct yt_ui_button){
                .label = "消しておわる", .kind = YT_UI_DANGER, .icon = "erase", .action = {70, 2}});
    yt_ui_end(ui);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW});
    yt_ui_button(
        ui, &(struct yt_ui_button){.label = "保存しています", .busy = true, .action = {70, 3}});
    yt_ui_button(ui, &(struct yt_ui_button){
                         .label = "いまは使えません", .disabled = true, .action = {70, 4}});
    yt_ui_button(ui,
                 &(struct yt_ui_button){.label = "あとで", .kind = YT_UI_QUIET, .action = {70, 5}});
    yt_ui_end(ui);
    yt_ui_divider(ui);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_SPLIT});
    yt_ui_spinner(ui, &(struct yt_ui_spinner){.label = "お待ちください"});
    yt_ui_countdown(ui, &(struct yt_ui_countdown){
                            .ends_ms = 1021000, .whole_ms = 30000, .label = "あと少しで消えます"});
    yt_ui_end(ui);
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = "K7-2841", .type = YT_UI_HUGE, .align = YT_UI_CENTRE});
    yt_ui_text(ui, &(struct yt_ui_text){.text = "नेपाली भाषामा पनि पढ्न सकिन्छ",
                                        .language = "ne",
                                        .type = YT_UI_LARGE});
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void code(struct yt_ui *ui)
{
    static uint8_t modules[49 * 49];

    for (size_t i = 0; i < sizeof modules; i++)
        modules[i] = (i * 2654435761U >> 13 & 1) != 0;
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "code"});
    tools(ui);
    yt_ui_content_begin(ui, NULL);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_SPLIT, .between = YT_UI_SPACE_SECTION});
    yt_ui_begin(ui, NULL);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = "紙が出ました"});
    yt_ui_say(ui, "窓口でこの紙を見せてください。画面のコードでもかまいません。");
    yt_ui_button(
        ui, &(struct yt_ui_button){.label = "おわる", .kind = YT_UI_PRIMARY, .action = {80, 0}});
    yt_ui_end(ui);
    yt_ui_code(ui, &(struct yt_ui_code){
                       .modules = modules, .side = 49, .label = "QRコード", .size_mm = 90});
    yt_ui_end(ui);
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void dialog(struct yt_ui *ui)
{
    question(ui);
    yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "stop",
                                                  .icon = "erase",
                                                  .danger = true,
                                                  .title = "やめて、ここまでの答えを消しますか",
                                                  .text = "消したものは、もとにもどせません。",
                                                  .back = {90, 0}});
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_ROW, .along = YT_UI_END});
    yt_ui_button(ui, &(struct yt_ui_button){.label = "つづける", .action = {90, 1}});
    yt_ui_button(
        ui, &(struct yt_ui_button){.label = "やめて消す", .kind = YT_UI_DANGER, .action = {90, 2}});
    yt_ui_end(ui);
    yt_ui_dialog_end(ui);
}

static void hidden(struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "hidden", .plain = true, .whole = {95, 0}});
    yt_ui_content_begin(ui, NULL);
    yt_ui_picture(ui, &(struct yt_ui_picture){.name = "landscape", .label = "風景", .cover = true});
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

const struct yt_sample yt_samples[] = {
    {"home", home},   {"question", question}, {"weather", weather}, {"menu", menu},
    {"dates", dates}, {"keyboard", keyboard}, {"form", form},       {"notices", notices},
    {"code", code},   {"dialog", dialog},     {"hidden", hidden},
};
const size_t yt_sample_count = YT_COUNT(yt_samples);

void yt_sample_show(struct yt_ui *ui, const struct yt_sample *sample)
{
    yt_ui_set_words(ui,
                    &(struct yt_ui_words){.more_above = "上を見る", .more_below = "つづきを見る"});
    yt_ui_frame_begin(ui);
    sample->declare(ui);
    yt_ui_frame_end(ui);
}
