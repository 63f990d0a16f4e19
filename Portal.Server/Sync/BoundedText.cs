using System.Text;

namespace Portal.Server.Sync;

/// <summary>A text that is put together of pieces until it is full. A little is kept back for saying what did not fit.</summary>
/// <param name="most">So many characters it has at most.</param>
internal sealed class BoundedText(int most)
{
    private const int KeptBack = 300;

    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    /// <summary>How much still fits.</summary>
    public int Room => most - KeptBack - _text.Length;

    /// <summary>What must be there, cut where nothing of it fits any more.</summary>
    public BoundedText Add(string piece)
    {
        _text.Append(piece.AsSpan(0, Math.Clamp(most - _text.Length, 0, piece.Length)));

        return this;
    }

    /// <summary>The whole piece, or nothing of it.</summary>
    public bool TryAdd(string piece)
    {
        if (piece.Length > Room)
        {
            return false;
        }

        _text.Append(piece);

        return true;
    }

    public override string ToString() => _text.ToString();
}
