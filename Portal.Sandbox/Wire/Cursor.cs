using System.Buffers.Text;
using System.Text;

namespace Portal.Sandbox.Wire;

/// <summary>Where a page of a list ended, as the caller brings it back: the name of the last entry given.</summary>
internal static class Cursor
{
    public static string Of(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string? Key(string cursor, string refusal)
    {
        try
        {
            return cursor is "" ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw AwsError.BadRequest(refusal);
        }
    }
}
