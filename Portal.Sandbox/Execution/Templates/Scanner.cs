using System.Globalization;
using System.Text;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>Goes through a text from left to right: names, blanks, quoted texts, numbers.</summary>
internal class Scanner(string text)
{
    protected const int Deepest = 64;

    private int _depth;

    /// <summary>Where it is.</summary>
    public int At { get; set; }

    public string Text => text;

    public char Now => At < text.Length ? text[At] : '\0';

    public char Next => At + 1 < text.Length ? text[At + 1] : '\0';

    public string? Name()
    {
        if (!char.IsAsciiLetter(Now) && Now is not '_')
        {
            return null;
        }

        var start = At;
        while (char.IsAsciiLetterOrDigit(Now) || Now is '_' or '-')
        {
            At++;
        }

        return text[start..At];
    }

    public void Blanks()
    {
        while (char.IsWhiteSpace(Now))
        {
            At++;
        }
    }

    public void Expect(char wanted)
    {
        Blanks();
        if (!Taken(wanted))
        {
            throw new TemplateException($"'{wanted}' was expected at {At}.");
        }
    }

    /// <summary>Reads something that may hold others of its kind; too deep a nest is refused.</summary>
    public T Deeper<T>(Func<T> read)
    {
        if (++_depth > Deepest)
        {
            throw new TemplateException("The template is nested too deeply.");
        }

        var value = read();
        _depth--;
        return value;
    }

    protected bool Taken(char wanted)
    {
        if (Now != wanted)
        {
            return false;
        }

        At++;
        return true;
    }

    protected string Quoted(char quote)
    {
        StringBuilder content = new();
        for (At++; Now != quote || Next == quote; At++)
        {
            if (At >= text.Length)
            {
                throw new TemplateException("A text has no end.");
            }

            // A quote is said inside by writing it twice, or after a backslash.
            if (Now == quote || (Now is '\\' && Next == quote))
            {
                At++;
            }

            content.Append(Now);
        }

        At++;
        return content.ToString();
    }

    protected object Number()
    {
        var start = At++;
        while (char.IsAsciiDigit(Now) || (Now is '.' && char.IsAsciiDigit(Next)))
        {
            At++;
        }

        var digits = text.AsSpan(start, At - start);
        return long.TryParse(digits, CultureInfo.InvariantCulture, out var whole) ? (object)whole
            : double.TryParse(digits, CultureInfo.InvariantCulture, out var real) ? real
            : throw new TemplateException($"A number was expected at {start}.");
    }
}
