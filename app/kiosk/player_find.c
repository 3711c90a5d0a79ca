#include "kiosk/player_find.h"

#include "base/fs.h"

#include <string.h>

struct search {
    const char *label;
    size_t label_size;
    int64_t left;
    bool beginning;
    bool found;
    struct yt_ui_node node;
};

static bool match(const struct yt_ui_node *node, void *context)
{
    struct search *search = context;
    bool same = search->beginning ? strncmp(node->label, search->label, search->label_size) == 0
                                  : strcmp(node->label, search->label) == 0;

    if (!same || node->action.id == 0 || --search->left > 0)
        return true;
    search->node = *node;
    search->found = true;
    return false;
}

bool yt_player_find(const struct yt_ui *ui, const char *label, int64_t n, struct yt_ui_node *found)
{
    for (int beginning = 0; beginning < 2; beginning++) {
        struct search search = {
            .label = label, .label_size = strlen(label), .left = n, .beginning = beginning == 1};

        yt_ui_each(ui, match, &search);
        if (search.found) {
            *found = search.node;
            return true;
        }
    }
    return n == 1 && yt_ui_find(ui, label, YT_UI_ANY, found);
}

struct sight {
    const char *text;
    bool seen;
};

static bool look(const struct yt_ui_node *node, void *context)
{
    struct sight *sight = context;

    sight->seen = strstr(node->label, sight->text) || strstr(node->value, sight->text);
    return !sight->seen;
}

bool yt_player_sees(const struct yt_ui *ui, const char *text)
{
    struct sight sight = {.text = text};

    yt_ui_each(ui, look, &sight);
    return sight.seen;
}

struct reading {
    const char *text;
    struct yt_buf *to;
    bool found;
};

static bool read_node(const struct yt_ui_node *node, void *context)
{
    struct reading *reading = context;

    if (!strstr(node->label, reading->text) && !strstr(node->value, reading->text))
        return true;
    reading->found =
        yt_buf_printf(reading->to, "%s%s%s", node->label, node->value[0] ? " " : "", node->value);
    return false;
}

bool yt_player_read(const struct yt_ui *ui, const char *text, struct yt_buf *to)
{
    struct reading reading = {.text = text, .to = to};

    yt_ui_each(ui, read_node, &reading);
    return reading.found;
}

#define DESCRIPTION_MAX 300

static bool describe(const struct yt_ui_node *node, void *context)
{
    struct yt_buf *to = context;

    if (node->label[0])
        yt_buf_printf(to, "%s\"%s\"%s", to->size ? ", " : "", node->label,
                      node->state & YT_UI_CHOSEN ? " (chosen)" : "");
    return to->size < DESCRIPTION_MAX;
}

void yt_player_describe(const struct yt_ui *ui, struct yt_buf *to)
{
    yt_ui_each(ui, describe, to);
}

static bool write_node(const struct yt_ui_node *node, void *context)
{
    static const struct {
        unsigned bit;
        char letter;
    } states[] = {{YT_UI_DISABLED, 'd'}, {YT_UI_CHOSEN, 'c'},  {YT_UI_BUSY, 'b'},
                  {YT_UI_FOCUSED, 'f'},  {YT_UI_PRESSED, 'p'}, {YT_UI_HIDDEN, 'h'}};
    struct yt_buf *to = context;
    char state[YT_COUNT(states) + 1];

    for (size_t i = 0; i < YT_COUNT(states); i++)
        state[i] = node->state & states[i].bit ? states[i].letter : '-';
    state[YT_COUNT(states)] = '\0';
    yt_buf_printf(to, "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%s\t%s\n", yt_ui_role_name(node->role), state,
                  node->rect.x, node->rect.y, node->rect.w, node->rect.h, node->action.id != 0,
                  node->label, node->value);
    return true;
}

bool yt_player_write_tree(const struct yt_ui *ui, const char *path, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf table = {.max = (size_t)1 << 20};

    yt_buf_printf(&table, "# %s\nrole\tstate\tx\ty\twidth\theight\ttouch\tlabel\tvalue\n",
                  yt_ui_screen_name(ui));
    yt_ui_each(ui, write_node, &table);
    return yt_buf_ok(&table, err) && yt_fs_write_durable(path, table.data, table.size, 0644, err);
}

#define FAULTS_TOLD 4

struct fault_list {
    struct yt_buf text;
    size_t count;
};

static void note_fault(enum yt_ui_fault fault, const struct yt_ui_node *node,
                       const struct yt_ui_node *other, void *context)
{
    struct fault_list *list = context;

    if (++list->count > FAULTS_TOLD)
        return;
    yt_buf_printf(&list->text, "%s%s \"%s\" at %d,%d %dx%d", list->count > 1 ? "; " : "",
                  yt_ui_fault_name(fault), node->label, node->rect.x, node->rect.y, node->rect.w,
                  node->rect.h);
    if (other)
        yt_buf_printf(&list->text, " and \"%s\"", other->label);
}

bool yt_player_fits(struct yt_ui *ui, struct yt_err *err)
{
    struct fault_list list = {.text = {.max = 4096}};
    bool fits = yt_ui_faults(ui, note_fault, &list) == 0;

    if (!fits)
        yt_err_set(err, YT_ERR_INVALID, "%zu things do not fit: %s", list.count,
                   yt_buf_string(&list.text));
    yt_buf_done(&list.text);
    return fits;
}
