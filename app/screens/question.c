/* One question. Skipping is as large as answering, and nothing goes on by itself. */
#include "screens/check_flow.h"
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_ANSWER = YT_ACT_OWN, ACT_SKIP, ACT_NEXT };

/* Beyond this many answers one column would make the page long: two columns of five. */
enum { ONE_COLUMN_MAX = 4, ONE_COLUMN_MAX_LOW = 2 };
/* Wide enough for most answers to stand in one line in two columns. */
enum { TWO_COLUMNS_EMS = 60 };

static const struct yt_check_question *question_of(const struct yt_app *app)
{
    return &app->content->check.questions[app->visit.question];
}

/* Lines that stay at the top while they hold: about another person, for the young. */
static void declare_reminders(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_check *check = &app->content->check;

    for (size_t i = 0; i < check->reminder_count; i++)
        if (yt_condition_holds(&check->reminders[i].when, &app->visit.answers))
            yt_ui_text(ui, &(struct yt_ui_text){
                               .text = yt_say_text(app, &check->reminders[i].text),
                               .icon = "info",
                           });
}

static void declare_left(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_check *check = &app->content->check;
    const struct yt_check_answers *answers = &app->visit.answers;
    const size_t question = (size_t)app->visit.question;
    const int left = (int)yt_check_left(check, answers, question);
    const int all = (int)yt_count_bits(yt_check_asked(check, answers));
    char label[128];

    yt_ui_progress(ui,
                   &(struct yt_ui_progress){
                       .done = all - left,
                       .of = all,
                       .label = left ? yt_say_count(app, "ui.left", "n", left, label, sizeof label)
                                     : yt_say(app, "question.last"),
                   });
}

/* The least width of an answer that stands beside others; pictures need less than words. */
static float answer_ems(bool low, bool scale)
{
    if (low)
        return scale ? 6 : 8;
    return scale ? 7 : 15;
}

static void declare_answers(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_check_question *question = question_of(app);
    const bool scale = question->type == YT_QUESTION_SCALE;
    const bool low = yt_ui_low(ui);
    const size_t one_column = low ? ONE_COLUMN_MAX_LOW : ONE_COLUMN_MAX;

    yt_ui_begin(ui, &(struct yt_ui_box){
                        .flow = YT_UI_GRID,
                        .between = low ? YT_UI_SPACE_NORMAL : YT_UI_SPACE_WIDE,
                        .columns = scale ? (int)question->option_count
                                         : (question->option_count > one_column ? 2 : 1),
                        .cell_em = answer_ems(low, scale),
                    });
    for (size_t i = 0; i < question->option_count; i++)
        yt_ui_answer(ui, &(struct yt_ui_answer){
                             .label = yt_say_text(app, &question->options[i].text),
                             .picture = scale ? question->options[i].picture : NULL,
                             .several = question->type == YT_QUESTION_MULTI,
                             .chosen = yt_check_is_chosen(&app->visit.answers,
                                                          (size_t)app->visit.question, i),
                             .action = {ACT_ANSWER, (int32_t)i},
                         });
    yt_ui_end(ui);
}

/* How answering works, for who has not seen it. */
static void declare_how(struct yt_app *app, struct yt_ui *ui)
{
    const bool many = question_of(app)->type == YT_QUESTION_MULTI;

    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_say(app, many ? "question.many" : "question.one"),
                       .type = YT_UI_SMALL,
                       .soft = true,
                   });
}

static void question_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_check_question *question = question_of(app);
    const uint32_t serial = app->nav.levels[app->nav.current].serial;

    yt_frame_begin(app, &(struct yt_frame){
                            .key = serial * YT_QUESTIONS_MAX + (uint32_t)app->visit.question,
                            .number_keys = true,
                            .max_em = question->option_count > ONE_COLUMN_MAX ? TWO_COLUMNS_EMS : 0,
                        });
    declare_left(app, ui);
    declare_reminders(app, ui);
    yt_ui_begin(
        ui, &(struct yt_ui_box){.grow = true,
                                .along = YT_UI_CENTRE,
                                .between = yt_ui_low(ui) ? YT_UI_SPACE_TIGHT : YT_UI_SPACE_WIDE});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say_text(app, &question->text)});
    if (question->has_help)
        yt_ui_text(ui,
                   &(struct yt_ui_text){.text = yt_say_text(app, &question->help), .soft = true});
    if (!yt_frame_is_low(app))
        declare_how(app, ui);
    declare_answers(app, ui);
    yt_ui_end(ui);
    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .skip = yt_say(app, "ui.skip"),
                          .skip_action = {.id = ACT_SKIP},
                          .next = yt_say(app, "ui.next"),
                          .next_disabled = app->visit.answers.chosen[app->visit.question] == 0,
                          .next_action = {.id = ACT_NEXT},
                      });
}

static void question_action(struct yt_app *app, struct yt_ui_action action)
{
    const struct yt_check *check = &app->content->check;
    const size_t question = (size_t)app->visit.question;

    switch (action.id) {
    case ACT_ANSWER:
        yt_check_touch(check, &app->visit.answers, question, (size_t)action.value);
        yt_check_flow_help(app);
        break;
    case ACT_SKIP:
        yt_check_skip(check, &app->visit.answers, question);
        yt_check_flow_next(app);
        break;
    case ACT_NEXT:
        yt_check_flow_next(app);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_question = {
    .name = "question",
    .declare = question_declare,
    .action = question_action,
    .back = yt_check_flow_previous,
};
