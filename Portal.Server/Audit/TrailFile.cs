using System.Text;

namespace Portal.Server.Audit;

/// <summary>Reads an exported trail: a line of JSON for each of its lines, and one line feed after each, by which alone they are told apart.</summary>
internal static class TrailFile
{
    /// <summary>Null where a line cannot be read.</summary>
    public static async IAsyncEnumerable<SealedLine?> ReadAsync(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var (buffer, line) = (new char[16 * 1024], new StringBuilder());

        while (await reader.ReadAsync(buffer) is var read and > 0)
        {
            for (var at = 0; at < read; at++)
            {
                if (buffer[at] is not '\n')
                {
                    line.Append(buffer[at]);
                    continue;
                }

                yield return SealedLine.Of(line.ToString());
                line.Clear();
            }
        }

        if (line.Length > 0)
        {
            yield return SealedLine.Of(line.ToString());
        }
    }
}
