#include "sim_process.h"

#include <dirent.h>
#include <fcntl.h>
#include <png.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PROGRAM YT_BINARY_DIR "/tests/handoff/yotte-printer-sim"
#define OPTIONS_MAX 32

static void become(const struct sim_process *sim, bool terminal, const char *const *options,
                   int output)
{
    const char *arguments[OPTIONS_MAX] = {PROGRAM, "--out", sim->folder, "--control", sim->control};
    int count = 5;

    if (terminal) {
        arguments[count++] = "--pty";
    } else {
        arguments[count++] = "--tcp";
        arguments[count++] = "0";
    }
    while (*options && count < OPTIONS_MAX - 1)
        arguments[count++] = *options++;
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves none behind */
    (void)dup2(output, STDOUT_FILENO);
    execv(PROGRAM, (char *const *)arguments);
    _exit(127);
}

void sim_start(struct sim_process *sim, bool terminal, const char *const *options)
{
    char line[128] = "";
    int pipes[2];
    FILE *output;

    strcpy(sim->folder, "/tmp/yotte-sim-XXXXXX");
    assert_non_null(mkdtemp(sim->folder));
    snprintf(sim->control, sizeof sim->control, "%s/control", sim->folder);
    assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
    sim->pid = fork();
    assert_true(sim->pid >= 0);
    if (sim->pid == 0)
        become(sim, terminal, options, pipes[1]);
    close(pipes[1]);
    assert_non_null(output = fdopen(pipes[0], "r"));
    if (!fgets(line, sizeof line, output))
        fail_msg("%s does not start", PROGRAM);
    fclose(output);
    line[strcspn(line, "\n")] = '\0';
    snprintf(sim->spec, sizeof sim->spec, terminal ? "escpos:%s" : "escpos-tcp:127.0.0.1:%s", line);
}

void sim_stop(struct sim_process *sim)
{
    struct dirent *file;
    char path[400];
    int status;
    DIR *folder;

    kill(sim->pid, SIGTERM);
    assert_int_equal(waitpid(sim->pid, &status, 0), sim->pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_non_null(folder = opendir(sim->folder));
    while ((file = readdir(folder))) {
        snprintf(path, sizeof path, "%s/%s", sim->folder, file->d_name);
        (void)unlink(path);
    }
    closedir(folder);
    assert_int_equal(rmdir(sim->folder), 0);
}

void sim_order(const struct sim_process *sim, const char *line)
{
    FILE *control = fopen(sim->control, "w");

    assert_non_null(control);
    fprintf(control, "%s\n", line);
    fclose(control);
}

uint8_t *sim_picture(const struct sim_process *sim, const char *name, int *width, int *height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    char path[200];
    uint8_t *dots;

    snprintf(path, sizeof path, "%s/%s", sim->folder, name);
    if (!png_image_begin_read_from_file(&image, path))
        return NULL;
    image.format = PNG_FORMAT_GRAY;
    *width = (int)image.width;
    *height = (int)image.height;
    dots = malloc(PNG_IMAGE_SIZE(image));
    assert_non_null(dots);
    assert_true(png_image_finish_read(&image, NULL, dots, 0, NULL));
    return dots;
}

int sim_slips(const struct sim_process *sim)
{
    char path[200];
    int count = 0;

    do
        snprintf(path, sizeof path, "%s/slip-%04d.png", sim->folder, count + 1);
    while (access(path, R_OK) == 0 && ++count < 9999);
    return count;
}

bool sim_told(const struct sim_process *sim, const char *text)
{
    char path[200];
    char line[256];
    bool told = false;
    FILE *events;

    snprintf(path, sizeof path, "%s/events.txt", sim->folder);
    assert_non_null(events = fopen(path, "r"));
    while (!told && fgets(line, sizeof line, events))
        told = strstr(line, text) != NULL;
    fclose(events);
    return told;
}
