using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Server.Catalog.Documents;

/// <summary>YamlDotNet's parser, whose scanner leaves some texts with an exception of its own insides ("a: -" in braces is one): they are unreadable, too.</summary>
internal sealed class YamlEvents(string text, Func<Mark, int> placeOf) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception stumbled) when (stumbled is InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            throw new UnreadableException("This is not YAML: something is wrong shortly after this place.", Current is null ? 0 : placeOf(Current.Start));
        }
    }
}
