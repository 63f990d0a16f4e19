namespace Portal.Server.Catalog.Documents;

/// <summary>Where the lines of a text begin. A line ends with LF, CR LF or CR.</summary>
internal sealed class LineMap
{
    private readonly int[] _starts;

    public LineMap(string text)
    {
        var starts = new List<int> { 0 };

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' || (text[i] is '\r' && (i + 1 == text.Length || text[i + 1] is not '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
    }

    /// <summary>From 1.</summary>
    public int LineOf(int place)
    {
        var found = Array.BinarySearch(_starts, place);

        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>From 1, in UTF-16 units, as editors count.</summary>
    public int ColumnOf(int place) => place - StartOfLine(place) + 1;

    public int StartOfLine(int place) => _starts[LineOf(place) - 1];
}
