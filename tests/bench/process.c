#include "process.h"

#include "screen.h"

#include "base/buf.h"
#include "base/fs.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROCESSES_MAX 4096
#define PROC_FILE_MAX ((size_t)64 * 1024)

static void become(char *const argv[], const char *log)
{
    int input = open("/dev/null", O_RDONLY);
    int output = open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);

    setsid();
    if (input < 0 || output < 0 || dup2(input, STDIN_FILENO) < 0 ||
        dup2(output, STDOUT_FILENO) < 0 || dup2(output, STDERR_FILENO) < 0)
        _exit(126);
    execvp(argv[0], argv);
    _exit(127);
}

pid_t bench_process_start(char *const argv[], const char *log, struct yt_err *err)
{
    pid_t process;

    (void)prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0, 0, 0);
    process = fork();
    if (process == 0)
        become(argv, log);
    if (process < 0)
        yt_err_errno(err, errno, "start %s", argv[0]);
    return process;
}

bool bench_process_gone(pid_t process)
{
    return waitpid(process, NULL, WNOHANG) == process;
}

/* The file of a process; empty when it has just ended. */
static const char *read_proc(struct yt_buf *buf, pid_t process, const char *name)
{
    char path[384];
    struct yt_err err;

    yt_buf_clear(buf);
    snprintf(path, sizeof path, "/proc/%d/%s", (int)process, name);
    if (!yt_fs_read(path, buf, &err))
        yt_buf_clear(buf);
    return yt_buf_string(buf);
}

/* proc(5): "pid (name) state ppid ..."; the name may contain anything. */
static pid_t parent_of(struct yt_buf *buf, pid_t process)
{
    const char *name_end = strrchr(read_proc(buf, process, "stat"), ')');

    return name_end && strlen(name_end) > 4 ? (pid_t)strtol(name_end + 4, NULL, 10) : 0;
}

struct process_list {
    pid_t ids[PROCESSES_MAX];
    pid_t parents[PROCESSES_MAX];
    size_t count;
};

static void list_all(struct process_list *list)
{
    YT_SCOPED(yt_buf_done) struct yt_buf buf = {.max = PROC_FILE_MAX};
    DIR *folder = opendir("/proc");
    const struct dirent *entry;

    list->count = 0;
    while (folder && list->count < PROCESSES_MAX && (entry = readdir(folder)) != NULL) {
        pid_t process = (pid_t)strtol(entry->d_name, NULL, 10);

        if (process <= 0)
            continue;
        list->ids[list->count] = process;
        list->parents[list->count++] = parent_of(&buf, process);
    }
    if (folder)
        closedir(folder);
}

static pid_t listed_parent(const struct process_list *list, pid_t process)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->ids[i] == process)
            return list->parents[i];
    return 0;
}

/* Keeps those below us. A process is no deeper than there are processes. */
static void list_below(struct process_list *below)
{
    static struct process_list all;
    pid_t we = getpid();

    list_all(&all);
    below->count = 0;
    for (size_t i = 0; i < all.count; i++) {
        pid_t above = all.parents[i];

        for (size_t depth = 0; above > 1 && above != we && depth < all.count; depth++)
            above = listed_parent(&all, above);
        if (above == we)
            below->ids[below->count++] = all.ids[i];
    }
}

static size_t reap_and_list(struct process_list *below)
{
    while (waitpid(-1, NULL, WNOHANG) > 0)
        ;
    list_below(below);
    return below->count;
}

void bench_process_stop(pid_t process)
{
    static struct process_list below;
    double start = bench_now_ms();

    (void)kill(process, SIGTERM); /* gone already is fine, here and below */
    while (reap_and_list(&below) > 0 && bench_now_ms() - start < 2000)
        bench_sleep_ms(10);
    while (reap_and_list(&below) > 0) {
        for (size_t i = 0; i < below.count; i++)
            (void)kill(below.ids[i], SIGKILL);
        bench_sleep_ms(10);
    }
}

/* The number behind `name` in a table of "name: number" lines. */
static double number_of(const char *table, const char *name)
{
    const char *at = strstr(table, name);

    return at ? strtod(at + strlen(name), NULL) : 0;
}

static void add_threads(struct bench_usage *usage, struct yt_buf *buf, pid_t process)
{
    char path[64];
    DIR *folder;
    const struct dirent *entry;

    snprintf(path, sizeof path, "/proc/%d/task", (int)process);
    folder = opendir(path);
    while (folder && (entry = readdir(folder)) != NULL) {
        char name[300];
        const char *table;

        if (!isdigit((unsigned char)entry->d_name[0]))
            continue;
        snprintf(name, sizeof name, "task/%s/status", entry->d_name);
        table = read_proc(buf, process, name);
        usage->switches += number_of(table, "\nvoluntary_ctxt_switches:");
        usage->switches += number_of(table, "\nnonvoluntary_ctxt_switches:");
        snprintf(name, sizeof name, "task/%s/schedstat", entry->d_name);
        usage->cpu_ms += strtod(read_proc(buf, process, name), NULL) / 1e6;
    }
    if (folder)
        closedir(folder);
}

struct bench_usage bench_usage_now(void)
{
    static struct process_list below;
    YT_SCOPED(yt_buf_done) struct yt_buf buf = {.max = PROC_FILE_MAX};
    struct bench_usage usage = {0};

    list_below(&below);
    for (size_t i = 0; i < below.count; i++) {
        usage.processes++;
        usage.pss_mb += number_of(read_proc(&buf, below.ids[i], "smaps_rollup"), "\nPss:") / 1024;
        add_threads(&usage, &buf, below.ids[i]);
    }
    return usage;
}
