using System.Text;
using System.Text.Json;

namespace Portal.Server.Catalog.Documents;

/// <summary>Reads JSON with the place of every node. The reader below counts bytes; places are counted in UTF-16 units, as the text is.</summary>
internal sealed class JsonTreeReader(string text)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private int _lastByte;
    private int _lastChar;
    private int _nodes;

    public SourceNode Read()
    {
        // The mark is no token of JSON, and three bytes long.
        var mark = text is ['\uFEFF', ..] ? 3 : 0;
        (_lastByte, _lastChar) = (mark, mark / 3);
        var json = new Utf8JsonReader(_bytes.AsSpan(mark), new JsonReaderOptions { MaxDepth = DocumentReader.MaxDepth + 1 });

        try
        {
            json.Read();
            var root = ReadNode(ref json, mark, depth: 1);
            json.Read();

            return root;
        }
        catch (JsonException wrong)
        {
            throw new UnreadableException($"This is not JSON: {Words(wrong)}", PlaceOf(wrong));
        }
    }

    private SourceNode ReadNode(ref Utf8JsonReader json, int mark, int depth)
    {
        var start = PlaceOf(mark + json.TokenStartIndex);

        if (++_nodes > DocumentReader.MaxNodes)
        {
            throw DocumentReader.TooMany(start);
        }

        if (depth > DocumentReader.MaxDepth)
        {
            throw DocumentReader.TooDeep(start);
        }

        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ReadMembers(ref json, mark, depth);

                return new SourceNode { Kind = JsonValueKind.Object, Style = NodeStyle.Flow, Start = start, End = PlaceOf(mark + json.TokenStartIndex) + 1, Members = members };

            case JsonTokenType.StartArray:
                var items = new List<SourceNode>();

                while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref json, mark, depth + 1));
                }

                return new SourceNode { Kind = JsonValueKind.Array, Style = NodeStyle.Flow, Start = start, End = PlaceOf(mark + json.TokenStartIndex) + 1, Items = items };

            case JsonTokenType.String:
                var letters = Letters(ref json, start);

                return new SourceNode { Kind = JsonValueKind.String, Style = NodeStyle.DoubleQuoted, Start = start, End = PlaceOf(mark + json.TokenStartIndex + json.ValueSpan.Length + 2), Scalar = letters };

            default:
                var kind = json.TokenType switch
                {
                    JsonTokenType.Number => JsonValueKind.Number,
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null,
                };

                return new SourceNode { Kind = kind, Style = NodeStyle.Plain, Start = start, End = start + json.ValueSpan.Length, Scalar = Encoding.ASCII.GetString(json.ValueSpan) };
        }
    }

    private List<SourceMember> ReadMembers(ref Utf8JsonReader json, int mark, int depth)
    {
        var members = new List<SourceMember>();
        var names = new HashSet<string>();

        while (json.Read() && json.TokenType is not JsonTokenType.EndObject)
        {
            var start = PlaceOf(mark + json.TokenStartIndex);
            var name = Letters(ref json, start);
            var end = PlaceOf(mark + json.TokenStartIndex + json.ValueSpan.Length + 2);

            if (!names.Add(name))
            {
                throw DocumentReader.Twice(name, start);
            }

            json.Read();
            members.Add(new SourceMember(name, start, end, ReadNode(ref json, mark, depth + 1)));
        }

        return members;
    }

    private static string Letters(ref Utf8JsonReader json, int place)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader lets "\ud800" pass and stumbles when it is asked for the letters.
            throw new UnreadableException("Half of a surrogate pair stands in this text.", place);
        }
    }

    /// <summary>Bytes come in rising order, so each is counted once.</summary>
    private int PlaceOf(long offset)
    {
        if (_bytes.Length == text.Length)
        {
            return (int)offset;
        }

        if (offset < _lastByte)
        {
            (_lastByte, _lastChar) = (0, 0);
        }

        _lastChar += Encoding.UTF8.GetCharCount(_bytes.AsSpan(_lastByte, (int)offset - _lastByte));
        _lastByte = (int)offset;

        return _lastChar;
    }

    private int PlaceOf(JsonException wrong)
    {
        var lineStart = 0;

        for (var line = 0; line < wrong.LineNumber; line++)
        {
            lineStart = Array.IndexOf(_bytes, (byte)'\n', lineStart) + 1;
        }

        // On the first line the reader does not count the mark, which it was not given.
        var mark = wrong.LineNumber is 0 && text is ['\uFEFF', ..] ? 3 : 0;

        return PlaceOf(Math.Min(_bytes.Length, mark + lineStart + (wrong.BytePositionInLine ?? 0)));
    }

    /// <summary>The message ends in its own count of lines and bytes: "... LineNumber: 2 | BytePositionInLine: 4."</summary>
    private static string Words(JsonException wrong)
    {
        var words = wrong.Message;
        var tail = words.IndexOf(" LineNumber:", StringComparison.Ordinal);

        return tail < 0 ? words : words[..tail];
    }
}
