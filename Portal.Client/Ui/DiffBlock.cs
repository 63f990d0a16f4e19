namespace Portal.Client.Ui;

/// <summary>Neighbouring lines of one sign, drawn as one element: a large change set has thousands of lines and few blocks.</summary>
internal sealed record DiffBlock(string Class, string Text)
{
    public static IEnumerable<DiffBlock> Of(IEnumerable<string> lines)
    {
        var block = new List<string>();
        var style = "";
        foreach (var line in lines)
        {
            var next = StyleOf(line);
            if (block is not [] && next != style)
            {
                yield return new DiffBlock(style, Joined(block));
                block.Clear();
            }

            style = next;
            block.Add(line);
        }

        if (block is not [])
        {
            yield return new DiffBlock(style, Joined(block));
        }
    }

    private static string Joined(List<string> lines) => string.Join('\n', lines) + "\n";

    private static string StyleOf(string line) => line.AsSpan().TrimStart() switch
    {
        ['+', ..] => "diff-new",
        ['-', ..] => "diff-gone",
        ['~', ..] => "diff-changed",
        _ => "",
    };
}
