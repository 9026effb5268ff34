module com.example.hours {
    requires io.tenth.extraction;
}
