using System.Globalization;
using System.Text;

namespace Portal.Server.Sync;

/// <summary>Two texts as a unified diff, as patch and git take it. The lines that both have are found by Myers' algorithm; where too much differs, all of the middle is replaced.</summary>
internal static class UnifiedDiff
{
    private const int Around = 3;

    /// <summary>So many insertions and deletions are looked for; memory goes with the square.</summary>
    private const int MostEdits = 800;

    /// <param name="oldName">Null where there is nothing before.</param>
    /// <param name="before">The text before.</param>
    /// <param name="newName">Null where there is nothing after.</param>
    /// <param name="after">The text after.</param>
    public static string Between(string? oldName, string before, string? newName, string after)
    {
        var (old, young) = (Lines(before), Lines(after));
        var edits = Edits(old, young);
        var text = new StringBuilder().Append("--- ").AppendLine(oldName ?? "/dev/null").Append("+++ ").AppendLine(newName ?? "/dev/null");

        foreach (var hunk in Hunks(edits))
        {
            var (first, last) = (hunk[0], hunk.Count);
            var (removed, added) = (hunk.Count(edit => edit.Sign is not '+'), hunk.Count(edit => edit.Sign is not '-'));
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"@@ -{Start(first.Old, removed)},{removed} +{Start(first.Young, added)},{added} @@"));

            for (var index = 0; index < last; index++)
            {
                text.Append(hunk[index].Sign).AppendLine(hunk[index].Text);
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string[] Lines(string text) => text.Length is 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Lines count from 1; of none the line before counts.</summary>
    private static int Start(int index, int count) => count is 0 ? index : index + 1;

    private static IEnumerable<List<Edit>> Hunks(List<Edit> edits)
    {
        var index = 0;

        while (index < edits.Count)
        {
            var change = edits.FindIndex(index, edit => edit.Sign is not ' ');

            if (change < 0)
            {
                yield break;
            }

            var (from, until) = (Math.Max(index, change - Around), change);

            for (var next = change; next >= 0 && next - until <= 2 * Around; next = edits.FindIndex(until, edit => edit.Sign is not ' '))
            {
                until = next + 1;

                if (until >= edits.Count)
                {
                    break;
                }
            }

            until = Math.Min(edits.Count, until + Around);
            yield return edits.GetRange(from, until - from);
            index = until;
        }
    }

    private static List<Edit> Edits(string[] old, string[] young)
    {
        var head = 0;

        while (head < old.Length && head < young.Length && old[head] == young[head])
        {
            head++;
        }

        var tail = 0;

        while (tail < old.Length - head && tail < young.Length - head && old[^(tail + 1)] == young[^(tail + 1)])
        {
            tail++;
        }

        var middle = Middle(old[head..^tail], young[head..^tail]);

        return
        [
            .. Enumerable.Range(0, head).Select(line => new Edit(' ', old[line], line, line)),
            .. middle.Select(edit => edit with { Old = edit.Old + head, Young = edit.Young + head }),
            .. Enumerable.Range(0, tail).Select(line => new Edit(' ', old[old.Length - tail + line], old.Length - tail + line, young.Length - tail + line)),
        ];
    }

    private static List<Edit> Middle(string[] old, string[] young)
    {
        var trace = new List<Dictionary<int, int>>();
        var reached = new Dictionary<int, int> { [1] = 0 };

        for (var edits = 0; edits <= Math.Min(old.Length + young.Length, MostEdits); edits++)
        {
            trace.Add(new Dictionary<int, int>(reached));

            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = diagonal == -edits || (diagonal != edits && At(reached, diagonal - 1) < At(reached, diagonal + 1)) ? At(reached, diagonal + 1) : At(reached, diagonal - 1) + 1;
                var y = x - diagonal;

                while (x < old.Length && y < young.Length && old[x] == young[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                reached[diagonal] = x;

                if (x >= old.Length && y >= young.Length)
                {
                    return Back(trace, old, young);
                }
            }
        }

        return [.. old.Select((line, index) => new Edit('-', line, index, 0)), .. young.Select((line, index) => new Edit('+', line, old.Length, index))];
    }

    private static List<Edit> Back(List<Dictionary<int, int>> trace, string[] old, string[] young)
    {
        var (x, y) = (old.Length, young.Length);
        var edits = new List<Edit>();

        for (var step = trace.Count - 1; step >= 0; step--)
        {
            var reached = trace[step];
            var diagonal = x - y;
            var from = diagonal == -step || (diagonal != step && At(reached, diagonal - 1) < At(reached, diagonal + 1)) ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (At(reached, from), At(reached, from) - from);

            while (x > fromX && y > fromY && x > 0 && y > 0)
            {
                (x, y) = (x - 1, y - 1);
                edits.Add(new Edit(' ', old[x], x, y));
            }

            if (step > 0)
            {
                edits.Add(x == fromX ? new Edit('+', young[y - 1], x, y - 1) : new Edit('-', old[x - 1], x - 1, y));
                (x, y) = (fromX, fromY);
            }
        }

        edits.Reverse();

        return edits;
    }

    private static int At(Dictionary<int, int> reached, int diagonal) => reached.GetValueOrDefault(diagonal, -1);

    /// <param name="Sign">As a diff has it: a space, a minus, a plus.</param>
    /// <param name="Text">The line.</param>
    /// <param name="Old">Which line it is, or stands before, in the old text.</param>
    /// <param name="Young">The same of the new text.</param>
    private sealed record Edit(char Sign, string Text, int Old, int Young);
}
