using System.Text;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>Reads a template: text, references and directives. A directive alone on its line leaves no empty line behind, as in Velocity 1.7.</summary>
internal sealed class TemplateReader(string text)
{
    private static readonly string[] Unsupported = ["macro", "define", "evaluate", "parse", "include"];

    private readonly ExpressionReader _in = new(text);
    private bool _atStart = true;

    public IReadOnlyList<Part> Read()
    {
        var parts = Block(out var end);
        return end is null ? parts : throw new TemplateException($"#{end} has no beginning.");
    }

    /// <summary>Reads until a directive that ends a block, whose name is handed out; it is null at the end of the text.</summary>
    private List<Part> Block(out string? end)
    {
        List<Part> parts = [];
        StringBuilder literal = new();
        end = null;
        while (_in.At < text.Length)
        {
            switch (_in.Now)
            {
                case '\\' when _in.Next is '$' or '#':
                    literal.Append(_in.Next);
                    _in.At += 2;
                    break;
                case '$':
                    Reference(parts, literal);
                    break;
                case '#' when Comment(literal):
                    break;
                case '#' when Directive() is { } name:
                    if (name is "set")
                    {
                        Trim(literal);
                    }

                    Flush(parts, literal);
                    if (name is "end" or "else" or "elseif")
                    {
                        end = name;
                        return parts;
                    }

                    parts.Add(_in.Deeper(() => Statement(name)));
                    break;
                default:
                    literal.Append(_in.Now);
                    _in.At++;
                    break;
            }
        }

        Flush(parts, literal);
        return parts;
    }

    private void Reference(List<Part> parts, StringBuilder literal)
    {
        var start = _in.At;
        if (_in.ReferenceOrNull() is not var (reference, quiet))
        {
            literal.Append('$');
            _in.At++;
            return;
        }

        Flush(parts, literal);
        parts.Add(new Part.Output(reference, quiet, text[start.._in.At]));
    }

    private bool Comment(StringBuilder literal)
    {
        switch (_in.Next)
        {
            case '#':
                Trim(literal);
                var line = text.IndexOf('\n', _in.At);
                _in.At = line < 0 ? text.Length : line + 1;
                return true;
            case '*':
                var end = text.IndexOf("*#", _in.At + 2, StringComparison.Ordinal);
                _in.At = end < 0 ? throw new TemplateException("A comment has no end.") : end + 2;
                return true;
            case '[' when string.CompareOrdinal(text, _in.At, "#[[", 0, 3) is 0:
                var close = text.IndexOf("]]#", _in.At, StringComparison.Ordinal);
                if (close < 0)
                {
                    throw new TemplateException("A literal block has no end.");
                }

                literal.Append(text, _in.At + 3, close - _in.At - 3);
                _in.At = close + 3;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The name of the directive that begins here; null, and nothing read, if there is none.</summary>
    private string? Directive()
    {
        var start = _in.At++;
        var braced = _in.Now is '{';
        if (braced)
        {
            _in.At++;
        }

        var name = Word();
        if (Unsupported.Contains(name))
        {
            throw new TemplateException($"#{name} is not supported.");
        }

        if (name is not ("set" or "if" or "elseif" or "else" or "end" or "foreach" or "break" or "stop") || (braced && _in.Now is not '}'))
        {
            _in.At = start;
            return null;
        }

        if (braced)
        {
            _in.At++;
        }

        if (name is "else" or "end" or "break" or "stop")
        {
            RestOfLine();
        }

        return name;
    }

    // A directive may run into the text that follows it: #elseyes.
    private string Word()
    {
        foreach (var name in (string[])["set", "elseif", "if", "else", "end", "foreach", "break", "stop", .. Unsupported])
        {
            if (string.CompareOrdinal(text, _in.At, name, 0, name.Length) is 0)
            {
                _in.At += name.Length;
                return name;
            }
        }

        return "";
    }

    private Part Statement(string name)
    {
        switch (name)
        {
            case "set":
                return Set();
            case "foreach":
                return ForEach();
            case "break":
                return new Part.Break();
            case "stop":
                return new Part.Stop();
            default:
                return If();
        }
    }

    private Part.Set Set()
    {
        _in.Expect('(');
        _in.Blanks();
        if (_in.Now is not '$' || _in.ReferenceOrNull() is not var (target, _))
        {
            throw new TemplateException("#set needs a reference to set.");
        }

        _in.Expect('=');
        var value = _in.Whole();
        _in.Expect(')');
        RestOfLine();
        return new(target, value);
    }

    private Part.ForEach ForEach()
    {
        _in.Expect('(');
        _in.Blanks();
        if (_in.Now is not '$' || _in.ReferenceOrNull() is not ({ Steps: [] } variable, _))
        {
            throw new TemplateException("#foreach needs a name.");
        }

        _in.Blanks();
        if (_in.Name() is not "in")
        {
            throw new TemplateException("#foreach needs 'in'.");
        }

        var source = _in.Whole();
        _in.Expect(')');
        RestOfLine();
        var body = Block(out var end);
        return end is "end" ? new(variable.Root, source, body) : throw new TemplateException("#foreach has no #end.");
    }

    private Part.If If()
    {
        List<(Expression?, IReadOnlyList<Part>)> branches = [];
        var end = "if";
        while (end is not "end")
        {
            Expression? condition = null;
            if (end is "if" or "elseif")
            {
                condition = _in.Parenthesized();
                RestOfLine();
            }

            var body = Block(out var next);
            branches.Add((condition, body));
            if (next is null || (end is "else" && next is not "end"))
            {
                throw new TemplateException("#if has no #end.");
            }

            end = next;
        }

        return new(branches);
    }

    /// <summary>Passes over blanks and the line's end, if nothing else follows.</summary>
    private void RestOfLine()
    {
        var at = _in.At;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        if (at < text.Length && text[at] is '\n')
        {
            _in.At = at + 1;
        }
    }

    /// <summary>Takes back the blanks before a directive that begins its line, or the template.</summary>
    private void Trim(StringBuilder literal)
    {
        var length = literal.Length;
        while (length > 0 && literal[length - 1] is ' ' or '\t')
        {
            length--;
        }

        if (length > 0 ? literal[length - 1] is '\n' : _atStart)
        {
            literal.Length = length;
        }
    }

    private void Flush(List<Part> parts, StringBuilder literal)
    {
        _atStart = false;
        if (literal.Length > 0)
        {
            parts.Add(new Part.Literal(literal.ToString()));
            literal.Clear();
        }
    }
}
