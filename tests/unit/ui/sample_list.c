#include "sample_list.h"

#include <stdio.h>
#include <string.h>

#define CHIPS 24

struct words {
    const char *language;
    const char *back, *done, *heading, *count;
    const char *chips[8];
    const char *titles[6];
    const char *texts[4];
    const char *facts[10];
};

static const struct words all_words[] = {
    {"ja",
     "もどる",
     "この条件で見る",
     "仕事《しごと》をさがす",
     "件あります",
     {"短《みじか》い時間《じかん》", "半日だけ", "はじめてでもよい", "空白があってもよい",
      "歩いて行ける", "すわってできる", "話すことが少ない", "先に見学できる"},
     {"図書館《としょかん》の本の整理《せいり》", "朝のパン屋さんの手伝い",
      "倉庫《そうこ》での仕分《しわ》け", "花の水やりと草取り", "配食弁当の盛り付け",
      "公民館《こうみんかん》の清掃《せいそう》"},
     {"つむぎ図書館　本町", "パン工房こむぎ　駅前", "ひがし物流センター", "みどり園芸　川岸"},
     {"週2日から", "歩いて6分", "1,180円", "9時から12時", "1日3時間", "見学できます", "日払いあり",
      "すわり仕事", "バスで15分", "1,240円"}},
    {"vi",
     "Quay lại",
     "Xem với điều kiện này",
     "Tìm việc làm",
     "việc làm",
     {"Thời gian ngắn", "Chỉ nửa ngày", "Chưa có kinh nghiệm cũng được",
      "Có khoảng trống cũng được", "Đi bộ được", "Làm việc khi ngồi", "Ít phải nói chuyện",
      "Có thể đến xem trước"},
     {"Sắp xếp sách ở thư viện", "Phụ giúp tiệm bánh mì buổi sáng", "Phân loại hàng trong kho",
      "Tưới hoa và nhổ cỏ", "Xếp cơm hộp giao tận nhà", "Dọn dẹp nhà văn hóa cộng đồng"},
     {"Thư viện Tsumugi, Honmachi", "Tiệm bánh Komugi, trước ga", "Trung tâm phân phối Higashi",
      "Vườn ươm Midori, bờ sông"},
     {"Từ 2 ngày/tuần", "Đi bộ 6 phút", "1.180 yên", "9–12 giờ", "3 giờ/ngày", "Có thể xem trước",
      "Trả theo ngày", "Ngồi làm việc", "Xe buýt 15 phút", "1.240 yên"}},
};

static const struct words *words_of(const char *language)
{
    for (size_t i = 0; i < sizeof all_words / sizeof all_words[0]; i++)
        if (!strcmp(all_words[i].language, language))
            return &all_words[i];
    return &all_words[0];
}

static void declare_chips(struct yt_ui *ui, const struct sample_list *list,
                          const struct words *words)
{
    size_t chips = list->chips ? list->chips : CHIPS;

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP});
    for (size_t i = 0; i < chips; i++) {
        char label[128], count[32];

        snprintf(label, sizeof label, "%s%s", words->chips[i % 8], i < 8 ? "" : i < 16 ? "2" : "3");
        snprintf(count, sizeof count, "%zu", list->count / (i + 2));
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = label,
                                            .count = count,
                                            .chosen = (list->chosen >> i & 1) != 0,
                                            .action = {SAMPLE_LIST_CHIP, (int32_t)i}});
    }
    yt_ui_end(ui);
}

static void declare_row(struct yt_ui *ui, const struct sample_list *list, const struct words *words,
                        size_t row)
{
    char title[256];
    /* Rows of another choice are others; the multiplier only spreads them. */
    size_t which = row + (size_t)list->chosen * 37;
    struct yt_ui_card card = {.title = title,
                              .text = words->texts[which % 4],
                              .icon = which % 3 ? "work" : "volunteer",
                              .way_on = true,
                              .waiting = list->waiting,
                              .marked = list->marked == row + 1,
                              .action = {SAMPLE_LIST_ROW, (int32_t)row},
                              .key = (uint32_t)row + 1};

    snprintf(title, sizeof title, "%s %zu%s", words->titles[which % 6], row + 1,
             list->tall_from && row >= list->tall_from
                 ? " 長い長い名前の仕事で、二行にも三行にもなるので、ほかのどれよりも高いカード"
                 : "");
    for (size_t i = 0; i < 3 + which % 3; i++)
        card.facts[card.fact_count++] = words->facts[(which * 7 + i * 3) % 10];
    yt_ui_card(ui, &card);
}

static void declare_list(struct yt_ui *ui, struct sample_list *list, const struct words *words)
{
    struct yt_ui_rows_span span =
        yt_ui_rows_begin(ui, &(struct yt_ui_rows){.count = list->count,
                                                  .columns = list->columns ? list->columns : 2,
                                                  .key = list->key ? list->key : list->chosen + 1});

    list->span = span;
    for (size_t row = span.first; row < span.first + span.count; row++)
        declare_row(ui, list, words, row);
    yt_ui_rows_end(ui);
}

void sample_list_show(struct yt_ui *ui, struct sample_list *list)
{
    const struct words *words = words_of(list->language ? list->language : "ja");
    char count[64];

    yt_ui_set_language(ui, words->language);
    yt_ui_set_words(ui,
                    &(struct yt_ui_words){.more_above = "上を見る", .more_below = "つづきを見る"});
    list->declared++;
    yt_ui_frame_begin(ui);
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "list", .back = {SAMPLE_LIST_BACK, 0}});
    yt_ui_top_begin(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){.label = "言語", .icon = "language", .action = {400, 1}});
    yt_ui_tool(
        ui, &(struct yt_ui_tool){.label = "字の大きさ", .icon = "text-size", .action = {400, 2}});
    yt_ui_spacer(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){.label = "かくす", .icon = "hide", .action = {400, 3}});
    yt_ui_top_end(ui);
    yt_ui_content_begin(ui, &(struct yt_ui_content){.max_em = 60});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = words->heading});
    declare_chips(ui, list, words);
    snprintf(count, sizeof count, "%zu %s", list->count, words->count);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = count, .level = 2});
    declare_list(ui, list, words);
    yt_ui_content_end(ui);
    yt_ui_bottom_begin(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = words->back,
                                            .kind = YT_UI_QUIET,
                                            .icon = "back",
                                            .action = {SAMPLE_LIST_BACK, 0}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = words->done,
                                            .kind = YT_UI_PRIMARY,
                                            .action = {SAMPLE_LIST_DONE, 0}});
    yt_ui_bottom_end(ui);
    yt_ui_page_end(ui);
    if (list->dialog) {
        yt_ui_dialog_begin(ui, &(struct yt_ui_dialog){.name = "stop", .title = "やめますか"});
        yt_ui_button(ui, &(struct yt_ui_button){.label = "つづける", .action = {401, 0}});
        yt_ui_dialog_end(ui);
    }
    yt_ui_frame_end(ui);
}

size_t sample_list_draw(struct yt_ui *ui, struct sample_list *list)
{
    for (int i = 0; i < 3 && yt_ui_rows_moved(ui); i++)
        sample_list_show(ui, list);
    return yt_ui_draw(ui);
}
